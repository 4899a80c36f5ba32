package org.metalayer.server.catalog.artifact;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * syncfs(2), by the program {@code sync} that every Linux has: calling it from Java itself would
 * cost 16 MB of memory for the life of the server.
 *
 * <p>The kernel tells a write error to one caller only, who may not be the one whose file it was.
 * Callers therefore take turns, and after the first failure of any kind nobody relies on it again.
 */
final class FileSystemSync {

    private static final Logger LOG = Logger.getLogger(FileSystemSync.class);

    private final String program;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean reliable = true;

    /**
     * @param program sync of GNU or busybox
     */
    FileSystemSync(String program) {
        this.program = program;
    }

    /** Whether all that was written to the file system of {@code path} is durable now. */
    boolean sync(Path path) throws IOException {
        turn.lock();
        try {
            reliable = reliable && run(path);
            return reliable;
        } finally {
            turn.unlock();
        }
    }

    private boolean run(Path path) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(program, "-f", path.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            int status = process.waitFor();
            if (status != 0) {
                LOG.warnf("%s -f %s ended with %d: files are synced singly", program, path, status);
            }
            return status == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing");
        } catch (IOException e) {
            LOG.warnf("%s: files are synced singly", e.getMessage());
            return false;
        }
    }
}
