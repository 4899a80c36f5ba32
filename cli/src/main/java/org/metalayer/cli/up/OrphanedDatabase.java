package org.metalayer.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.metalayer.cli.platform.DataDirectory;

/**
 * The database process that a Main System leaves behind when it dies without warning. PostgreSQL
 * loses nothing by being ended; the next start would do the same.
 */
final class OrphanedDatabase {
    private static final long PATIENCE_SECONDS = 10;

    private OrphanedDatabase() {}

    /** Ends the process if it is there. */
    static void end(DataDirectory data) {
        find(data.databasePidFile())
                .ifPresent(process -> {
                    process.destroy();
                    process.onExit()
                            .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .join();
                    process.destroyForcibly();
                });
    }

    /** A number that meanwhile belongs to something else is not touched. */
    private static Optional<ProcessHandle> find(Path pidFile) {
        try {
            String pid = Files.readAllLines(pidFile).getFirst().strip();
            // PostgreSQL works in the directory of its cluster.
            Path workingDirectory = Path.of("/proc", pid, "cwd");
            return Files.isSameFile(workingDirectory, pidFile.resolveSibling(""))
                    ? ProcessHandle.of(Long.parseLong(pid))
                    : Optional.empty();
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }
}
