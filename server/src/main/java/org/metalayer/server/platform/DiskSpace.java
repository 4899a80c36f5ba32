package org.metalayer.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Refuses to begin what would not fit, so that the database on the same disk never runs dry.
 *
 * @param usable how many bytes the disk has left, asked anew each time
 * @param headroom bytes that stay free
 */
public record DiskSpace(LongSupplier usable, long headroom) {

    /** The setting that says how many bytes stay free. */
    public static final String HEADROOM = "metalayer.storage.headroom-bytes";

    /** That of the disk on which {@code directory} lies. */
    public static DiskSpace of(Path directory, long headroom) {
        return new DiskSpace(() -> usable(directory), headroom);
    }

    /** Makes sure that {@code bytes} more can be written. */
    public void require(long bytes) {
        if (usable.getAsLong() - bytes < headroom) {
            throw full();
        }
    }

    /** A body on its way to this disk: reading it ends as soon as there is no more room. */
    public InputStream watched(InputStream body) {
        return new WatchedInputStream(body, this::require);
    }

    /** What to tell the caller about a failed write. */
    public RuntimeException explain(IOException failed) {
        String message = String.valueOf(failed.getMessage());
        return message.contains("No space left") || message.contains("quota exceeded")
                ? full()
                : new UncheckedIOException(failed);
    }

    private static long usable(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the free space of " + directory, e);
        }
    }

    private ProblemException full() {
        return ProblemType.STORAGE_FULL
                .because(
                        "nothing was stored and nothing is lost: free disk space on the Main"
                                + " System, then send it again")
                .header("Retry-After", "60");
    }
}
