package org.metalayer.agent.net;

import java.io.IOException;

/** An answer came that this protocol does not know. */
public final class UnexpectedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnexpectedAnswerException(String message) {
        super(message);
    }

    public UnexpectedAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
