package org.metalayer.protocol.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules one by one; {@link RatchetPropertyTest} has what comes of them together. */
class RatchetTest {

    private static final TestMint MINT = new TestMint();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Ratchet ratchet = new Ratchet(MINT);
    private Instant now = START;
    private RatchetState known = RatchetState.begin(START);
    private int drawn;

    @Test
    void theFirstRenewalNeedsNoNonce() {
        assertThat(judge(claim(0, ""))).isInstanceOf(Verdict.Renewed.class);
    }

    @Test
    void aNonceThatWasNeverGivenOutIsRefusedAndChangesNothing() {
        renewTimes(3);
        assertThat(judge(claim(3, "forged"))).isEqualTo(new Verdict.Refused());
        assertThat(judge(claim(0, "forged"))).isEqualTo(new Verdict.Refused());
    }

    @Test
    void anEpochFromTheFutureIsRefusedUnlessItsNonceIsGenuine() {
        renewTimes(3);
        assertThat(judge(claim(9, "forged"))).isEqualTo(new Verdict.Refused());
        assertThat(judge(claim(9, MINT.nonce(9, id())))).isInstanceOf(Verdict.Renewed.class);
    }

    @Test
    void theEpochJustUsedWithAnotherRequestIsACopy() {
        renewTimes(2);
        RenewalClaim before = claim(known.epoch(), known.nonce());
        renewTimes(1);
        assertThat(judge(before)).isInstanceOf(Verdict.Cloned.class);
    }

    @Test
    void anOlderStateWaitsForAWordAndThenGoesOn() {
        RatchetState old = renewTimes(2);
        renewTimes(3);
        RequestId request = id();
        assertThat(judge(new RenewalClaim(old.epoch(), old.nonce(), request, false)))
                .isInstanceOf(Verdict.Restored.class);
        assertThat(judge(new RenewalClaim(old.epoch(), old.nonce(), request, true)))
                .isInstanceOf(Verdict.Confirmed.class);
        assertThat(judge(new RenewalClaim(old.epoch(), old.nonce(), request, true)))
                .isInstanceOf(Verdict.Repeated.class);
    }

    @Test
    void theNewerStateThatIsSeenAfterARestoreIsTheOtherCopy() {
        RatchetState old = renewTimes(2);
        RatchetState newer = renewTimes(3);
        judge(new RenewalClaim(old.epoch(), old.nonce(), id(), true));
        renewTimes(4);
        assertThat(judge(claim(newer.epoch(), newer.nonce()))).isInstanceOf(Verdict.Cloned.class);
    }

    @Test
    void aRequestThatWasHeldUpAccusesNobody() {
        RatchetState old = renewTimes(2);
        RenewalClaim late = claim(old.epoch(), old.nonce());
        Instant challengedAt = now;
        renewTimes(3);
        now = challengedAt.plusSeconds(30);
        assertThat(
                        ratchet.judge(
                                known.doubting(Doubt.NONE, now),
                                late,
                                challengedAt,
                                now.plusSeconds(1)))
                .isEqualTo(new Verdict.Late());
    }

    @Test
    void aServerClockThatWasPutBackLocksNobodyOut() {
        renewTimes(3);
        now = START.minus(Duration.ofDays(400));
        assertThat(judge(claim(known.epoch(), known.nonce()))).isInstanceOf(Verdict.Renewed.class);
    }

    @Test
    void theCopyThatWasKnownFirstCanBeKeptUnseen() {
        RatchetState old = renewTimes(2);
        RatchetState current = renewTimes(1);
        RenewalClaim other = claim(old.epoch(), old.nonce());
        judge(other);
        known = ratchet.keep(known, Optional.empty(), other.epoch(), now);
        assertThat(judge(other)).isEqualTo(new Verdict.SetAside());
        assertThat(judge(claim(current.epoch(), current.nonce())))
                .isInstanceOf(Verdict.Renewed.class);
    }

    @Test
    void aCopyThatIsReleasedGoesOnAndTheOtherIsFoundAgain() {
        RatchetState old = renewTimes(2);
        RatchetState current = renewTimes(1);
        RenewalClaim other = claim(old.epoch(), old.nonce());
        judge(other);
        known = ratchet.release(known, now);
        now = now.plusSeconds(1);
        assertThat(judge(claim(current.epoch(), current.nonce())))
                .isInstanceOf(Verdict.Renewed.class);
        assertThat(judge(other)).isInstanceOf(Verdict.Restored.class);
    }

    @Test
    void spansStayFewHoweverOftenAStickIsRestored() {
        Spans spans = Spans.NONE;
        for (long i = 0; i < 1000; i++) {
            spans = spans.with(10 * i, 10 * i + 5);
        }
        assertThat(spans.spans()).hasSizeLessThanOrEqualTo(32);
        assertThat(spans.contains(3)).isTrue();
        assertThat(spans.contains(9993)).isTrue();
        assertThat(spans.contains(9999)).isFalse();
    }

    private RatchetState renewTimes(int times) {
        for (int i = 0; i < times; i++) {
            judge(claim(known.epoch(), known.nonce()));
        }
        return known;
    }

    private RenewalClaim claim(long epoch, String nonce) {
        return new RenewalClaim(epoch, nonce, id(), false);
    }

    private Verdict judge(RenewalClaim claim) {
        now = now.plusSeconds(1);
        Verdict verdict = ratchet.judge(known, claim, now, now);
        known =
                switch (verdict) {
                    case Verdict.Renewed(var next) -> next;
                    case Verdict.Confirmed(var next) -> next;
                    case Verdict.Restored(var next) -> next;
                    case Verdict.Cloned(var next) -> next;
                    default -> known;
                };
        return verdict;
    }

    private RequestId id() {
        return new RequestId("%032x".formatted(++drawn));
    }
}
