package org.metalayer.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Refuses to begin what would not fit, so that the database on the same disk never runs dry.
 *
 * @param directory on the disk that is watched
 * @param headroom bytes that stay free
 */
public record DiskSpace(Path directory, long headroom) {

    /** The setting that says how many bytes stay free. */
    public static final String HEADROOM = "metalayer.storage.headroom-bytes";

    /** Makes sure that {@code bytes} more can be written. */
    public void require(long bytes) {
        long usable;
        try {
            usable = Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the free space of " + directory, e);
        }
        if (usable - bytes < headroom) {
            throw full();
        }
    }

    /** What to tell the caller about a failed write. */
    public RuntimeException explain(IOException failed) {
        String message = String.valueOf(failed.getMessage());
        return message.contains("No space left") || message.contains("quota exceeded")
                ? full()
                : new UncheckedIOException(failed);
    }

    private ProblemException full() {
        return ProblemType.STORAGE_FULL
                .because(
                        "nothing was stored and nothing is lost: free disk space on the Main"
                                + " System, then send it again")
                .header("Retry-After", "60");
    }
}
