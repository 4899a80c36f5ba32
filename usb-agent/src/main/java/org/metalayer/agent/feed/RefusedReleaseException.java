package org.metalayer.agent.feed;

import java.io.IOException;

/**
 * What came in the place of a release is not what was signed and named: somebody's mistake or
 * malice on the way, which may pass.
 */
public final class RefusedReleaseException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedReleaseException(String message) {
        super(message);
    }

    RefusedReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
