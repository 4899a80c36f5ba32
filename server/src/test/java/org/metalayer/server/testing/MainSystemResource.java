package org.metalayer.server.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.metalayer.server.platform.postgres.EmbeddedPostgres;

/**
 * One embedded PostgreSQL and one data directory for all test classes of a run. They are made once,
 * because creating a cluster takes longer than most test classes do.
 */
public final class MainSystemResource implements QuarkusTestResourceLifecycleManager {

    private static final class Shared {
        static final Path DIRECTORY = temporaryDirectory();
        static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(subdirectory("postgres"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::end));
        }

        private static void end() {
            POSTGRES.close();
            try (Stream<Path> paths = Files.walk(DIRECTORY)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path temporaryDirectory() {
            try {
                return Files.createTempDirectory("metalayer-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path subdirectory(String name) {
            try {
                return Files.createDirectory(DIRECTORY.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The data directory of the Main System under test. */
    public static Path data() {
        return Shared.DIRECTORY;
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", Shared.POSTGRES.jdbcUrl(),
                "quarkus.datasource.username", Shared.POSTGRES.username(),
                "quarkus.datasource.password", Shared.POSTGRES.password(),
                "metalayer.data", Shared.DIRECTORY.toString(),
                "metalayer.clock.offset-file", TestClock.file().toString());
    }

    /** The next test class uses them too; the end of the run stops them. */
    @Override
    public void stop() {}
}
