package org.metalayer.protocol.ratchet;

/**
 * Makes the nonces of one stick's key, and knows its own again: also those that it made before a
 * backup of its memory was restored.
 */
public interface NonceMint {

    /** Always the same for the same epoch and renewal. Nobody else can make it. */
    String nonce(long epoch, RequestId requestId);

    /** Whether it was made here, for that epoch of this stick's key. */
    boolean isOwn(long epoch, String nonce);
}
