package org.metalayer.protocol.ratchet;

import java.time.Instant;
import java.util.Optional;

/**
 * What the Main System remembers of one stick's renewals.
 *
 * @param epoch of its newest answer; 0 before the first
 * @param from the epoch that the stick was in when it asked for that; -1 before the first
 * @param nonce of its newest answer
 * @param requestId the renewal that its newest answer was for
 * @param setAside copies that stand at this epoch or below, and are not this one, were told by an
 *     operator to become another stick; -1 for none
 * @param leftBehind the epochs that restored backups left behind
 * @param movedAt when it last took a step or began to doubt, by the Main System's clock
 */
public record RatchetState(
        long epoch,
        long from,
        String nonce,
        Optional<RequestId> requestId,
        long setAside,
        Spans leftBehind,
        Doubt doubt,
        Instant movedAt) {

    /** Of a stick that has just enrolled. */
    public static RatchetState begin(Instant now) {
        return new RatchetState(0, -1, "", Optional.empty(), -1, Spans.NONE, Doubt.NONE, now);
    }

    RatchetState step(RenewalClaim claim, NonceMint mint, Instant now) {
        long next = Math.max(Math.max(epoch, claim.epoch()), setAside) + 1;
        return new RatchetState(
                next,
                claim.epoch(),
                mint.nonce(next, claim.requestId()),
                Optional.of(claim.requestId()),
                setAside,
                leftBehind,
                Doubt.NONE,
                now);
    }

    RatchetState leavingBehind(long after) {
        return new RatchetState(
                epoch,
                from,
                nonce,
                requestId,
                setAside,
                leftBehind.with(after, epoch),
                doubt,
                movedAt);
    }

    RatchetState settingAside(long upTo) {
        return new RatchetState(
                epoch,
                from,
                nonce,
                requestId,
                Math.max(setAside, upTo),
                leftBehind,
                Doubt.NONE,
                movedAt);
    }

    RatchetState doubting(Doubt why, Instant now) {
        return new RatchetState(epoch, from, nonce, requestId, setAside, leftBehind, why, now);
    }
}
