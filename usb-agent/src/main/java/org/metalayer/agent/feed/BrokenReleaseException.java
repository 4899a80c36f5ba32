package org.metalayer.agent.feed;

import java.io.IOException;

/** A release that is exactly what was signed and named, and still cannot be installed by anyone. */
public final class BrokenReleaseException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenReleaseException(String message) {
        super(message);
    }

    BrokenReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
