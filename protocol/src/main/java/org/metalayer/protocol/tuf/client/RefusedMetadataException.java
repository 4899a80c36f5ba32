package org.metalayer.protocol.tuf.client;

/** Metadata or a target that must not be used; nothing of it was kept. */
public final class RefusedMetadataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    public RefusedMetadataException(Refusal reason, String message) {
        super(message);
        this.reason = reason;
    }

    public RefusedMetadataException(Refusal reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
