package org.metalayer.server.catalog;

import java.util.Set;
import java.util.UUID;

/** Releases that sticks are being told to install. */
public interface ReleasesInUse {

    /** They have to stay listed, whatever else does not. */
    Set<UUID> releasesInUse();
}
