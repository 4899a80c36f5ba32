package org.metalayer.server.fleet;

import org.metalayer.protocol.ratchet.NonceMint;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.server.access.Seal;

/**
 * The nonces of one key: sealed texts, so that this Main System knows its own again when a backup
 * of its database was restored, or the stick had to enrol anew.
 */
record StickNonces(Seal.Purpose seal, String keyId) implements NonceMint {

    @Override
    public String nonce(long epoch, RequestId requestId) {
        return seal.seal(beginning(epoch) + requestId);
    }

    @Override
    public boolean isOwn(long epoch, String nonce) {
        return seal.open(nonce).filter(text -> text.startsWith(beginning(epoch))).isPresent();
    }

    private String beginning(long epoch) {
        return keyId + " " + epoch + " ";
    }
}
