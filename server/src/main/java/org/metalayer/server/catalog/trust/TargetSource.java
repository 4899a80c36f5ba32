package org.metalayer.server.catalog.trust;

import java.util.Map;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;

/** Whoever knows what a role has to list; a feature declares one for its own targets. */
public interface TargetSource {

    boolean speaksFor(TrustRole role);

    /** What the role has to list now, by target path; read in the transaction of the caller. */
    Map<String, TargetFile> wanted(TrustRole role);

    /** This is being published; in the same transaction. */
    default void published(TrustRole role, Targets targets) {}

    /** Targets that have to reach sticks also when the disk is full, by target path. */
    default Map<String, byte[]> inMemory(TrustRole role, Targets targets) {
        return Map.of();
    }

    /**
     * Brings the files that these targets name to where the feed serves them from, before anybody
     * is told of them. Asked again and again: what lies there is left alone.
     */
    void place(TrustRole role, Targets targets);
}
