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

    /** System properties, because every test profile loads this class anew. */
    private static final String DATA = "main-system-under-test.data";

    private static final String URL = "main-system-under-test.url";
    private static final String USERNAME = "main-system-under-test.username";
    private static final String PASSWORD = "main-system-under-test.password";

    /** The data directory of the Main System under test. */
    public static Path data() {
        return Path.of(System.getProperty(DATA));
    }

    @Override
    public Map<String, String> start() {
        if (System.getProperty(DATA) == null) {
            begin();
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", System.getProperty(URL),
                "quarkus.datasource.username", System.getProperty(USERNAME),
                "quarkus.datasource.password", System.getProperty(PASSWORD),
                "metalayer.data", System.getProperty(DATA),
                "metalayer.clock.offset-file", TestClock.file().toString());
    }

    /** The next test class uses them too; the end of the run stops them. */
    @Override
    public void stop() {}

    private static void begin() {
        try {
            Path data = Files.createTempDirectory("metalayer-test");
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(Files.createDirectory(data.resolve("postgres")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, data)));
            System.setProperty(DATA, data.toString());
            System.setProperty(URL, postgres.jdbcUrl());
            System.setProperty(USERNAME, postgres.username());
            System.setProperty(PASSWORD, postgres.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(EmbeddedPostgres postgres, Path data) {
        postgres.close();
        try (Stream<Path> paths = Files.walk(data)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
