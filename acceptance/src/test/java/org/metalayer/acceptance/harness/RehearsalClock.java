package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** Shifts a Main System's time by what stands in the file it reads. */
public final class RehearsalClock {
    private final Path file;
    private Duration shift = Duration.ZERO;

    private RehearsalClock(Path file) {
        this.file = file;
    }

    /** Ahead from the beginning, for a Main System that has not been started yet. */
    static RehearsalClock ahead(Path file, Duration by) {
        RehearsalClock clock = new RehearsalClock(file);
        if (!by.isZero()) {
            try {
                clock.advance(by);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return clock;
    }

    Path file() {
        return file;
    }

    /** The Main System's time. */
    public Instant now() {
        return Instant.now().plus(shift);
    }

    /** Lets this much time pass at once. */
    public void advance(Duration by) throws IOException {
        shift = shift.plus(by);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, shift.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
