package org.metalayer.protocol.ratchet;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a stick remembers of its renewals. It is written down after every step, each before the next
 * one begins.
 *
 * @param epoch of the newest answer; 0 before the first
 * @param nonce of the newest answer; empty before the first
 * @param pending the renewal that was begun and not answered yet
 */
public record StickRatchet(long epoch, String nonce, Optional<RequestId> pending) {

    /** Before the first session. */
    public static final StickRatchet NEW = new StickRatchet(0, "", Optional.empty());

    /** To be written down before the request is sent; the same again until it is answered. */
    public StickRatchet begin(Supplier<RequestId> random) {
        return pending.isPresent()
                ? this
                : new StickRatchet(epoch, nonce, Optional.of(random.get()));
    }

    /** To be written down as soon as the answer is there. */
    public StickRatchet answered(long newEpoch, String newNonce) {
        return new StickRatchet(newEpoch, newNonce, Optional.empty());
    }

    /**
     * What to send.
     *
     * @param confirmsRestore whether the owner says that this is a restored backup
     */
    public RenewalClaim claim(boolean confirmsRestore) {
        return new RenewalClaim(epoch, nonce, pending.orElseThrow(), confirmsRestore);
    }
}
