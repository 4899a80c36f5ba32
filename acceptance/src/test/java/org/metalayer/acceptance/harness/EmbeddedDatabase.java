package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The embedded PostgreSQL of a data directory, as the operating system sees it. */
public final class EmbeddedDatabase {
    private EmbeddedDatabase() {}

    /** Its process, while it runs. */
    public static Optional<ProcessHandle> process(Path data) {
        Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException notThere) {
            return Optional.empty();
        }
    }

    /** Ends what a killed Main System left behind, so that a failed test leaves nothing running. */
    static void endOrphan(Path data) {
        process(data)
                .ifPresent(orphan -> {
                    orphan.destroyForcibly();
                    orphan.onExit().join();
                });
    }
}
