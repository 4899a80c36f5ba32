package org.metalayer.agent.trust;

import java.io.IOException;
import org.metalayer.protocol.tuf.client.RefusedMetadataException;

/** What the Main System shows is not what the fleet's keys vouch for; nothing of it is used. */
public final class UntrustedException extends IOException {

    private static final long serialVersionUID = 1L;

    UntrustedException(String message) {
        super(message);
    }

    UntrustedException(RefusedMetadataException why) {
        super(why.getMessage(), why);
    }
}
