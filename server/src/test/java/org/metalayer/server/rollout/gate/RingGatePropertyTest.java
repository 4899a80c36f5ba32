package org.metalayer.server.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What no gate may ever do, over every ring of up to {@value #LARGEST} sticks. */
class RingGatePropertyTest {

    private static final int LARGEST = 7;
    private static final double[] RATIOS = {0, 0.1, 0.5, 1};

    private record Case(RingLimits limits, Counts ring, Verdict verdict) {}

    @Test
    void neverAdvancesWithoutAVerifiedStick() {
        forEveryCase(
                each -> {
                    if (each.ring().verified() == 0) {
                        assertThat(each.verdict())
                                .as("%s", each)
                                .isNotInstanceOf(Verdict.Advance.class);
                    }
                });
    }

    @Test
    void neverAdvancesAboveTheFailureLimit() {
        forEveryCase(
                each -> {
                    Counts ring = each.ring();
                    if (ring.harmed() > each.limits().maxFailureRatio() * ring.known()) {
                        assertThat(each.verdict())
                                .as("%s", each)
                                .isNotInstanceOf(Verdict.Advance.class);
                    }
                });
    }

    @Test
    void neverHaltsWithoutHarm() {
        forEveryCase(
                each -> {
                    if (each.ring().harmed() == 0) {
                        assertThat(each.verdict())
                                .as("%s", each)
                                .isNotInstanceOf(Verdict.Halt.class);
                    }
                });
    }

    @Test
    void anotherFailureNeverHelps() {
        forEveryCase(
                each -> {
                    Counts ring = each.ring();
                    if (each.verdict() instanceof Verdict.Halt && ring.outstanding() > 0) {
                        Counts worse =
                                new CountsBuilder(ring.total())
                                        .verified(ring.verified())
                                        .failed(ring.failed() + 1)
                                        .rolledBack(ring.rolledBack())
                                        .outstanding(ring.outstanding() - 1)
                                        .silent(ring.silent())
                                        .counts();
                        assertThat(judge(each.limits(), worse)).isInstanceOf(Verdict.Halt.class);
                    }
                });
    }

    @Test
    void alwaysSaysWhy() {
        forEveryCase(each -> assertThat(each.verdict().reason()).isNotBlank());
    }

    private static void forEveryCase(Consumer<Case> check) {
        for (double maxFailure : RATIOS) {
            for (double minVerified : RATIOS) {
                for (double others : RATIOS) {
                    RingLimits limits =
                            new RingLimits(
                                    maxFailure, minVerified, others, others, Duration.ZERO);
                    forEveryRing(ring -> check.accept(new Case(limits, ring, judge(limits, ring))));
                }
            }
        }
    }

    private static void forEveryRing(Consumer<Counts> check) {
        for (int verified = 0; verified <= LARGEST; verified++) {
            for (int failed = 0; verified + failed <= LARGEST; failed++) {
                for (int rolledBack = 0; rolledBack <= 1; rolledBack++) {
                    for (int silent = 0; silent <= 3; silent++) {
                        for (int outstanding = 0; outstanding <= 3; outstanding++) {
                            check.accept(
                                    new CountsBuilder(
                                                    verified
                                                            + failed
                                                            + rolledBack
                                                            + silent
                                                            + outstanding)
                                            .verified(verified)
                                            .failed(failed)
                                            .rolledBack(rolledBack)
                                            .silent(silent)
                                            .outstanding(outstanding)
                                            .counts());
                        }
                    }
                }
            }
        }
    }

    private static Verdict judge(RingLimits limits, Counts ring) {
        return new RingGate(limits)
                .judge(new RingProgress(ring, Counts.NONE, Duration.ZERO, Duration.ZERO));
    }
}
