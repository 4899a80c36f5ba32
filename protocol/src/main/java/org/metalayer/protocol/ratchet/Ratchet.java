package org.metalayer.protocol.ratchet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules of the renewal ratchet (docs/protocol.md §3, docs/adr/0015): pure functions from what
 * is remembered and what is claimed to what it is.
 */
public final class Ratchet {

    /** No challenge is answered later than this. */
    public static final Duration CHALLENGE_LIFETIME = Duration.ofSeconds(60);

    private final NonceMint mint;

    /**
     * The rules for the stick whose nonces {@code mint} makes.
     *
     * @param mint of the key that signed the claim
     */
    public Ratchet(NonceMint mint) {
        this.mint = mint;
    }

    /**
     * What a renewal is. The claim's signature is good, and its challenge fresh.
     *
     * @param challengedAt when the challenge was made that it answers
     */
    public Verdict judge(
            RatchetState known, RenewalClaim claim, Instant challengedAt, Instant now) {
        Verdict verdict = judge(known, claim, now);
        boolean accuses =
                verdict instanceof Verdict.Cloned
                        || verdict instanceof Verdict.Restored
                        || verdict instanceof Verdict.Confirmed;
        return accuses && isLate(challengedAt, known.movedAt()) ? new Verdict.Late() : verdict;
    }

    /**
     * A request that was held up on its way while the stick took later steps looks like an older
     * copy of it. More than a challenge's lifetime lies between them only where clocks were set.
     */
    private static boolean isLate(Instant challengedAt, Instant movedAt) {
        return challengedAt.isBefore(movedAt)
                && movedAt.isBefore(challengedAt.plus(CHALLENGE_LIFETIME));
    }

    private Verdict judge(RatchetState known, RenewalClaim claim, Instant now) {
        if (repeats(known, claim) || stands(known, claim)) {
            return switch (known.doubt()) {
                case CLONED -> new Verdict.Frozen(true);
                // Both an older state and the newest one are alive.
                case RESTORED -> new Verdict.Cloned(known.doubting(Doubt.CLONED, now));
                case NONE ->
                        repeats(known, claim)
                                ? new Verdict.Repeated()
                                : new Verdict.Renewed(known.step(claim, mint, now));
            };
        }
        if (!isOwn(claim)) {
            return new Verdict.Refused();
        }
        if (claim.epoch() <= known.setAside()) {
            return new Verdict.SetAside();
        }
        if (known.doubt() == Doubt.CLONED) {
            return new Verdict.Frozen(false);
        }
        return elsewhere(known, claim, now);
    }

    /** The stick stands where this Main System does not remember to have left it. */
    private Verdict elsewhere(RatchetState known, RenewalClaim claim, Instant now) {
        if (claim.epoch() > known.epoch()) {
            // Given out here and forgotten: this Main System was restored from a backup itself.
            return new Verdict.Renewed(known.step(claim, mint, now));
        }
        if (claim.epoch() >= known.from() || known.leftBehind().contains(claim.epoch())) {
            return new Verdict.Cloned(known.doubting(Doubt.CLONED, now));
        }
        if (claim.confirmsRestore()) {
            return new Verdict.Confirmed(restore(known, claim, now));
        }
        return new Verdict.Restored(
                known.doubt() == Doubt.RESTORED ? known : known.doubting(Doubt.RESTORED, now));
    }

    /** An operator confirms that {@code claim} comes from a restored backup. */
    public RatchetState restore(RatchetState known, RenewalClaim claim, Instant now) {
        return known.leavingBehind(claim.epoch()).step(claim, mint, now);
    }

    /**
     * An operator keeps one of several copies; the others are set aside.
     *
     * @param kept what that copy claimed; empty for the one that was known first
     * @param newest the highest epoch that any other copy claimed
     */
    public RatchetState keep(
            RatchetState known, Optional<RenewalClaim> kept, long newest, Instant now) {
        if (kept.isEmpty()) {
            return known.settingAside(Math.max(newest, known.from()));
        }
        return known.settingAside(Math.max(newest, known.epoch())).step(kept.get(), mint, now);
    }

    /** An operator lets the stick go on: the other copy is no more. */
    public RatchetState release(RatchetState known, Instant now) {
        return known.doubting(Doubt.NONE, now);
    }

    /**
     * Nobody else knows the renewal. Where the stick says to stand does not matter: an operator may
     * have confirmed it without knowing.
     */
    private static boolean repeats(RatchetState known, RenewalClaim claim) {
        return known.requestId().filter(claim.requestId()::equals).isPresent();
    }

    private static boolean stands(RatchetState known, RenewalClaim claim) {
        return claim.epoch() == known.epoch() && claim.nonce().equals(known.nonce());
    }

    private boolean isOwn(RenewalClaim claim) {
        return claim.epoch() == 0
                ? claim.nonce().isEmpty()
                : mint.isOwn(claim.epoch(), claim.nonce());
    }
}
