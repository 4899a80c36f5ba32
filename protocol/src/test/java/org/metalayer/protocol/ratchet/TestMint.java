package org.metalayer.protocol.ratchet;

/** Nonces that can be read: {@code epoch/request}. Nobody forges one here but on purpose. */
final class TestMint implements NonceMint {

    @Override
    public String nonce(long epoch, RequestId requestId) {
        return epoch + "/" + requestId;
    }

    @Override
    public boolean isOwn(long epoch, String nonce) {
        return nonce.startsWith(epoch + "/");
    }
}
