package org.metalayer.server.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.server.platform.StartupException;

/**
 * A PostgreSQL server that is starting. {@code pg_ctl} would do the same, and look only ten times a
 * second whether it is ready.
 *
 * @param pidFile where it says how far it is
 */
record PostgresStart(Process server, Path pidFile) {

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** The line that says it, and what it says (PostgreSQL's pidfile.h). */
    private static final int STATE = 7;

    private static final String READY = "ready";

    /** In a session of its own: Ctrl-C is for the Main System, which ends it in order. */
    static PostgresStart of(List<String> words, Path log, Path pidFile) throws IOException {
        List<String> apart = new ArrayList<>(List.of("setsid"));
        apart.addAll(words);
        ProcessBuilder builder =
                Command.prepared(apart)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(log.toFile());
        return new PostgresStart(builder.start(), pidFile);
    }

    /**
     * Waits until it takes connections, for as long as it may recover; false where it ends instead.
     */
    boolean succeeds() throws IOException {
        try {
            while (!isReady()) {
                if (server.waitFor(PAUSE)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while the database started", e);
        }
    }

    private boolean isReady() throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() > STATE
                    && lines.getFirst().equals(Long.toString(server.pid()))
                    && lines.get(STATE).strip().equals(READY);
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }
}
