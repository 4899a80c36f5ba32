package org.metalayer.protocol.dsse;

/** A document is not signed by who must have signed it, or is of another type than expected. */
public final class InvalidSignatureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSignatureException(String message) {
        super(message);
    }
}
