package org.metalayer.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * A clock that runs ahead of (or behind) another by the ISO-8601 duration in a file, so that a
 * rehearsal of a week takes minutes. The file is read again whenever its modification time changes;
 * without it there is no shift.
 */
final class ShiftedClock implements InstantSource {

    private static final Logger LOG = Logger.getLogger(ShiftedClock.class);
    private static final FileTime NEVER = FileTime.fromMillis(0);

    private record Shift(FileTime modifiedAt, Duration offset) {}

    private final InstantSource base;
    private final Path offsetFile;
    private volatile Shift shift = new Shift(NEVER, Duration.ZERO);

    ShiftedClock(InstantSource base, Path offsetFile) {
        this.base = base;
        this.offsetFile = offsetFile;
    }

    @Override
    public Instant instant() {
        FileTime modifiedAt = modifiedAt();
        if (!modifiedAt.equals(shift.modifiedAt())) {
            move(new Shift(modifiedAt, read(shift.offset())));
        }
        return base.instant().plus(shift.offset());
    }

    private void move(Shift next) {
        if (!next.offset().equals(shift.offset())) {
            LOG.warnf("Time is now shifted by %s.", next.offset());
        }
        shift = next;
    }

    private FileTime modifiedAt() {
        try {
            return Files.getLastModifiedTime(offsetFile);
        } catch (IOException absent) {
            return NEVER;
        }
    }

    private Duration read(Duration before) {
        try {
            return Duration.parse(Files.readString(offsetFile).strip());
        } catch (NoSuchFileException removed) {
            return Duration.ZERO;
        } catch (IOException | DateTimeException e) {
            LOG.errorf(
                    "%s does not hold an ISO-8601 duration such as P1DT2H (%s); time stays shifted"
                            + " by %s.",
                    offsetFile, e.getMessage(), before);
            return before;
        }
    }
}
