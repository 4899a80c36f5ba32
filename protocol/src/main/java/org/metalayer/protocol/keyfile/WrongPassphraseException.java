package org.metalayer.protocol.keyfile;

/** A locked key stays locked. */
public final class WrongPassphraseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongPassphraseException(Throwable cause) {
        super("the passphrase is wrong, or the key file was changed", cause);
    }
}
