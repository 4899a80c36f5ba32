package org.metalayer.agent.feed;

import java.io.IOException;

/** A deployment manifest that must not be followed; the stick stays with the one before. */
public final class RefusedManifestException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedManifestException(String message) {
        super(message);
    }

    RefusedManifestException(String message, Throwable cause) {
        super(message, cause);
    }
}
