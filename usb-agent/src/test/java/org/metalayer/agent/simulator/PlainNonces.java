package org.metalayer.agent.simulator;

import org.metalayer.protocol.ratchet.NonceMint;
import org.metalayer.protocol.ratchet.RequestId;

/** Nonces that nobody forges here. */
record PlainNonces(String keyId) implements NonceMint {

    @Override
    public String nonce(long epoch, RequestId requestId) {
        return beginning(epoch) + requestId;
    }

    @Override
    public boolean isOwn(long epoch, String nonce) {
        return nonce.startsWith(beginning(epoch));
    }

    private String beginning(long epoch) {
        return keyId + "/" + epoch + "/";
    }
}
