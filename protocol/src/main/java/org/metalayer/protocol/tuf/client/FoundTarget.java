package org.metalayer.protocol.tuf.client;

import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.TargetFile;

/**
 * A target that may be trusted.
 *
 * @param authority who signed for it, with all the keys that may
 * @param namedIn version of the metadata that names those keys
 */
public record FoundTarget(String path, Authority authority, long namedIn, TargetFile file) {

    /** Who signed for it. */
    public RoleName role() {
        return authority.role();
    }
}
