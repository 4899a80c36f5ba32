package org.metalayer.protocol.tuf.model;

import java.time.Instant;
import org.metalayer.protocol.json.JsonObject;

/** What every role signs: a version and a time after which it is no longer to be trusted. */
public sealed interface Metadata permits Root, Timestamp, Snapshot, Targets {
    /** The version of the specification that this code writes. */
    String SPEC_VERSION = "1.0.34";

    /** At least 1, and higher with every change. */
    long version();

    Instant expires();

    /**
     * Whether it must no longer be trusted at {@code time} (expiry must be later than the time).
     */
    default boolean isExpiredAt(Instant time) {
        return !expires().isAfter(time);
    }

    /** The {@code signed} part. */
    JsonObject write();
}
