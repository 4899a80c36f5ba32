package org.metalayer.server.rollout.gate;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingGateTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final RingLimits STAGED = new RingLimits(0.1, 0.5, 0.5, 0.01, DAY);
    private static final RingLimits TEST = new RingLimits(0, 1, 0, 0, DAY);
    private static final RingLimits WAVE = new RingLimits(0.1, 0, 1, 1, ZERO);

    @Test
    void advancesWhenTimeIsReachedAndTheRingIsHealthy() {
        assertThat(judge(STAGED, aRing(10).verified(9).silent(1), DAY, ZERO))
                .isEqualTo(new Verdict.Advance("9 of 10 sticks verified, 0 failed"));
    }

    @Test
    void holdsUntilThePlansTime() {
        assertThat(judge(STAGED, aRing(10).verified(10), DAY, Duration.ofHours(23)))
                .isEqualTo(
                        new Verdict.Hold("the next ring opens in 23 h 0 min at the earliest"));
    }

    @Test
    void holdsUntilTheSoakIsOver() {
        assertThat(judge(TEST, aRing(3).verified(3), Duration.ofHours(20), ZERO))
                .isEqualTo(new Verdict.Hold("watched for 20 h 0 min of 24 h 0 min"));
    }

    @Test
    void holdsWhileTooFewHaveVerified() {
        assertThat(judge(STAGED, aRing(10).verified(4).silent(6), DAY, ZERO).reason())
                .contains("4 of 5 needed sticks have verified")
                .contains("6 sticks not seen since the ring opened, at most 50 % of the ring may");
    }

    @Test
    void holdsWhileASeenStickHasNotSaidWhatBecameOfIt() {
        assertThat(judge(STAGED, aRing(10).verified(9).outstanding(1), DAY, ZERO))
                .isEqualTo(
                        new Verdict.Hold(
                                "1 stick seen since the ring opened, without an outcome yet"));
    }

    @Test
    void toleratesAFewStragglersInALargeRingOnly() {
        assertThat(judge(STAGED, aRing(1000).verified(990).outstanding(10), DAY, ZERO))
                .isInstanceOf(Verdict.Advance.class);
        assertThat(judge(STAGED, aRing(1000).verified(989).outstanding(11), DAY, ZERO))
                .isInstanceOf(Verdict.Hold.class);
    }

    @Test
    void noDataIsNeverHealth() {
        assertThat(judge(WAVE, aRing(0), DAY, ZERO)).isInstanceOf(Verdict.Hold.class);
        assertThat(judge(WAVE, aRing(10).silent(10), DAY, ZERO)).isInstanceOf(Verdict.Hold.class);
        assertThat(judge(STAGED, aRing(4).declined(4), DAY, ZERO))
                .isEqualTo(
                        new Verdict.Hold(
                                "no stick of this ring took the release: nothing is known"));
    }

    @Test
    void anEmptyRingGivesWayWhenThoseBeforeItVerified() {
        RingProgress progress =
                new RingProgress(Counts.NONE, aRing(1).verified(1).counts(), DAY, ZERO);

        assertThat(new RingGate(STAGED).judge(progress))
                .isEqualTo(
                        new Verdict.Advance(
                                "no further stick in this ring; 1 stick before it verified"));
    }

    @Test
    void haltsWhenFailuresExceedTheLimitWhateverTheOthersWillSay() {
        assertThat(judge(STAGED, aRing(10).failed(2).outstanding(8), ZERO, DAY))
                .isEqualTo(new Verdict.Halt("2 of 10 sticks failed; at most 10 % may"));
    }

    @Test
    void haltsWhenTheOnlyStickOfARingFails() {
        assertThat(judge(STAGED, aRing(1).failed(1), ZERO, DAY)).isInstanceOf(Verdict.Halt.class);
    }

    @Test
    void haltsALargeRingOnceTheAnswersAreTelling() {
        assertThat(judge(STAGED, aRing(10_000).verified(8).failed(2).outstanding(9990), ZERO, DAY))
                .isEqualTo(
                        new Verdict.Halt("2 of 10 sticks that answered failed; at most 10 % may"));
        assertThat(judge(STAGED, aRing(10_000).verified(7).failed(2).outstanding(9991), ZERO, DAY))
                .isInstanceOf(Verdict.Hold.class);
    }

    @Test
    void oneFailedTestStickHalts() {
        assertThat(judge(TEST, aRing(3).verified(2).failed(1), DAY, ZERO))
                .isInstanceOf(Verdict.Halt.class);
    }

    @Test
    void lateFailuresOfEarlierRingsHaltToo() {
        RingProgress progress =
                new RingProgress(
                        aRing(5).verified(5).counts(),
                        aRing(20).verified(15).failed(5).counts(),
                        DAY,
                        ZERO);

        assertThat(new RingGate(STAGED).judge(progress)).isInstanceOf(Verdict.Halt.class);
    }

    @Test
    void healthyRingsBeforeDoNotHideAFailingOne() {
        RingProgress progress =
                new RingProgress(
                        aRing(10).verified(8).failed(2).counts(),
                        aRing(1000).verified(1000).counts(),
                        DAY,
                        ZERO);

        assertThat(new RingGate(STAGED).judge(progress)).isInstanceOf(Verdict.Halt.class);
    }

    @Test
    void aFirstWaveGivesWayToItsFirstVerifiedStick() {
        assertThat(judge(WAVE, aRing(10).verified(1).outstanding(9), ZERO, ZERO))
                .isInstanceOf(Verdict.Advance.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnImpossibleRatio(double ratio) {
        assertThatThrownBy(() -> new RingLimits(ratio, 0.5, 0.5, 0, ZERO))
                .hasMessageContaining("max-failure-ratio must be in [0,1]");
        assertThatThrownBy(() -> new RingLimits(0.5, ratio, 0.5, 0, ZERO))
                .hasMessageContaining("min-verified-ratio must be in [0,1]");
        assertThatThrownBy(() -> new RingLimits(0.5, 0.5, ratio, 0, ZERO))
                .hasMessageContaining("max-silent-ratio must be in [0,1]");
        assertThatThrownBy(() -> new RingLimits(0.5, 0.5, 0.5, ratio, ZERO))
                .hasMessageContaining("max-outstanding-ratio must be in [0,1]");
    }

    @Test
    void refusesANegativeSoak() {
        assertThatThrownBy(() -> new RingLimits(0, 1, 0, 0, Duration.ofSeconds(-1)))
                .hasMessageContaining("soak must not be negative");
    }

    @Test
    void refusesCountsThatDoNotAddUp() {
        assertThatThrownBy(() -> aRing(2).verified(2).failed(1).counts())
                .hasMessageContaining("exceed the total of 2");
        assertThatThrownBy(() -> aRing(2).verified(-1).counts())
                .hasMessageContaining("must not be negative");
    }

    private static CountsBuilder aRing(long total) {
        return new CountsBuilder(total);
    }

    private static Verdict judge(
            RingLimits limits, CountsBuilder ring, Duration exposed, Duration untilNext) {
        return new RingGate(limits)
                .judge(new RingProgress(ring.counts(), Counts.NONE, exposed, untilNext));
    }
}
