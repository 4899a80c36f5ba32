package org.metalayer.protocol.blob;

import org.metalayer.protocol.Sha256;

/** Bytes are not what their name says. */
public final class DigestMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DigestMismatchException(Sha256 announced, Sha256 actual) {
        super("the bytes announced as %s are %s: send the file again".formatted(announced, actual));
    }
}
