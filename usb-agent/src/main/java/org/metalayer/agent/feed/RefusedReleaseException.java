package org.metalayer.agent.feed;

import java.io.IOException;

/** A release that must not be installed: wrongly signed, malformed, or not the one named. */
public final class RefusedReleaseException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedReleaseException(String message) {
        super(message);
    }

    RefusedReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
