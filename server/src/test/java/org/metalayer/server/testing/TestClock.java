package org.metalayer.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Moves the time of the Main System under test, as a rehearsal would. */
public final class TestClock {

    private static final AtomicLong EDITS = new AtomicLong();

    private TestClock() {}

    /** From now on the Main System lives this far in the future. */
    public static void shift(Duration offset) {
        try {
            Files.writeString(file(), offset.toString());
            // Two edits within one tick of the file system would look like one.
            Files.setLastModifiedTime(
                    file(), FileTime.fromMillis(1_000_000_000_000L + EDITS.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Back to the present. */
    public static void reset() {
        shift(Duration.ZERO);
    }

    static Path file() {
        return MainSystemResource.data().resolve("clock-offset");
    }
}
