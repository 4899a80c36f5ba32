package org.metalayer.server.catalog.artifact;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * syncfs(2), by the program {@code sync} that every Linux has: calling it from Java itself would
 * cost 16 MB of memory for the life of the server. Those who wait together share one.
 *
 * <p>The kernel tells a write error to one caller only, who may not be the one whose file it was.
 * Callers therefore take turns, and after the first failure of any kind nobody relies on it again.
 */
final class FileSystemSync {

    private static final Logger LOG = Logger.getLogger(FileSystemSync.class);

    private final String program;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private long newestDone;
    private boolean reliable;

    /**
     * @param program sync of GNU or busybox
     * @param kernel release of the system's, such as 6.1.0-18-amd64; those before 5.8 tell no
     *     errors
     * @param patience with a device that has much else to write
     */
    FileSystemSync(String program, String kernel, Duration patience) {
        this.program = program;
        this.patience = patience;
        this.reliable = tellsErrors(kernel);
    }

    /**
     * Whether all that was written to the file system of {@code path} before this call is durable
     * now. Where it is not, the caller syncs its own files.
     */
    boolean sync(Path path) throws IOException {
        long before = begun.get();
        turn.lock();
        try {
            if (reliable && newestDone <= before) {
                long number = begun.incrementAndGet();
                reliable = run(path);
                newestDone = reliable ? number : newestDone;
            }
            return reliable && newestDone > before;
        } finally {
            turn.unlock();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return turn.getQueueLength();
    }

    private boolean run(Path path) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(program, "-f", path.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                LOG.warnf("%s -f %s takes long: files are synced singly", program, path);
                return false;
            }
            if (process.exitValue() != 0) {
                LOG.warnf(
                        "%s -f %s ended with %d: files are synced singly",
                        program, path, process.exitValue());
                return false;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing");
        } catch (IOException e) {
            LOG.warnf("%s: files are synced singly", e.getMessage());
            return false;
        }
    }

    private static boolean tellsErrors(String kernel) {
        Matcher version = Pattern.compile("(\\d+)\\.(\\d+).*").matcher(kernel);
        if (!version.matches()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > 5 || (major == 5 && Integer.parseInt(version.group(2)) >= 8);
    }
}
