package org.metalayer.agent.files;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/**
 * Digests that an earlier scan worked out, so that only changed files are read again. A cache:
 * losing it costs time only.
 */
public final class FileIndex {

    /** Knows nothing: every file is read. */
    public static final FileIndex EMPTY = new FileIndex(Instant.EPOCH, new TreeMap<>());

    /** Files are stamped by a clock that lags by a tick; some file systems round to two seconds. */
    private static final Duration GRANULARITY = Duration.ofSeconds(2);

    private final Instant takenAt;
    private final SortedMap<RelativePath, Known> files;

    /**
     * @param takenAt when the scan began, by the clock that stamps files
     */
    FileIndex(Instant takenAt, SortedMap<RelativePath, Known> files) {
        this.takenAt = takenAt;
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** One file's digest, and the stamp under which it was taken. */
    record Known(FileStamp stamp, Sha256 sha256) {}

    /**
     * The digest of the file at {@code path}, where it is known and the file cannot have changed. A
     * stamp from when the scan began or later proves nothing: a further change may have left the
     * same one ("racily clean", as in git).
     */
    Optional<Sha256> lookUp(RelativePath path, FileStamp now) {
        Known known = files.get(path);
        if (known == null || !known.stamp().equals(now)) {
            return Optional.empty();
        }
        long safe = ChronoUnit.NANOS.between(Instant.EPOCH, takenAt.minus(GRANULARITY));
        long newest = Math.max(now.changed(), now.modified());
        return newest < safe ? Optional.of(known.sha256()) : Optional.empty();
    }

    Instant takenAt() {
        return takenAt;
    }

    SortedMap<RelativePath, Known> files() {
        return files;
    }
}
