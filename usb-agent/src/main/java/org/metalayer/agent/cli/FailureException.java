package org.metalayer.agent.cli;

/** A verb could not do what it was asked; the message says why and what helps. */
final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailureException(String message) {
        super(message);
    }
}
