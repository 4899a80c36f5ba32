package org.metalayer.protocol.tuf.client;

/** Why metadata or a target is not trusted. */
public enum Refusal {
    /** Not metadata as the specification describes it. */
    MALFORMED,
    /** Not the root that was pinned. */
    NOT_PINNED,
    /** Not signed by enough of those who have to. */
    SIGNATURE,
    /** Another version than was asked for. */
    VERSION,
    /** Older than what was trusted before. */
    ROLLBACK,
    /** No longer valid at the time of the update: a freeze, or a wrong clock. */
    EXPIRED,
    /** Another length or digest than signed metadata names. */
    MISMATCH,
    /** Longer than signed or allowed. */
    TOO_LONG,
    /** Slower than the minimum. */
    TOO_SLOW,
    /** Not there, or nobody with authority speaks of it. */
    MISSING
}
