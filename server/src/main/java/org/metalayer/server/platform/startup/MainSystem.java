package org.metalayer.server.platform.startup;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.StartupException;
import org.metalayer.server.platform.postgres.EmbeddedPostgres;

/**
 * The program. Makes sure that it can run, starts the database where none is given, then serves.
 */
@QuarkusMain
public final class MainSystem {

    /**
     * Exit code 0 after an orderly end, 1 with one line on standard error where it cannot start.
     */
    public static void main(String... args) {
        doWithoutBrotli();
        System.exit(run(args));
    }

    /**
     * Nothing is compressed with it. Its library, unless it is told of another one, is laid into
     * the temporary directory, for ever where the process is killed.
     */
    private static void doWithoutBrotli() {
        System.setProperty("brotli4j.library.path", "/nowhere");
    }

    private static int run(String... args) {
        StartupSettings settings = StartupSettings.read();
        DataDirectory data = new DataDirectory(settings.data());
        try (DataDirectoryLock _ = Preflight.check(settings, data);
                ShutdownGuard _ = ShutdownGuard.install()) {
            Optional<EmbeddedPostgres> postgres = database(settings, data);
            try {
                return serve(args);
            } finally {
                postgres.ifPresent(EmbeddedPostgres::close);
            }
        } catch (StartupException e) {
            System.err.println("metalayer: " + e.getMessage());
            return 1;
        }
    }

    private static Optional<EmbeddedPostgres> database(
            StartupSettings settings, DataDirectory data) {
        if (settings.database().isPresent()) {
            settings.database().get().check();
            return Optional.empty();
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data.postgres());
        System.setProperty("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
        System.setProperty("quarkus.datasource.username", postgres.username());
        System.setProperty("quarkus.datasource.password", postgres.password());
        return Optional.of(postgres);
    }

    private static int serve(String... args) {
        AtomicInteger exitCode = new AtomicInteger();
        Quarkus.run(
                null,
                (code, failure) -> {
                    exitCode.set(code);
                    if (failure != null) {
                        FailedStart.tell(failure);
                    }
                },
                args);
        return exitCode.get();
    }
}
