package org.metalayer.protocol.tuf.model;

import java.util.List;

/**
 * A role, the keys that may sign for it, and how many of them have to: what its delegator says of
 * it.
 */
public record Authority(RoleName role, int threshold, List<TufKey> keys) {
    public Authority {
        keys = List.copyOf(keys);
    }

    /** Whether a key that could sign under {@code older} can no longer. */
    public boolean revokesAnyOf(Authority older) {
        return !keys.containsAll(older.keys);
    }
}
