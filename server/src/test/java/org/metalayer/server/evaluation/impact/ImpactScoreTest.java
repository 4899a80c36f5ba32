package org.metalayer.server.evaluation.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;

/** Every point is explained in words that people would use. */
class ImpactScoreTest {

    @Test
    void oneThingIsOneThing() {
        assertThat(ImpactScore.of(facts(1)).factors())
                .extracting(Impact.Factor::why)
                .contains(
                        "a description of 20 characters, 1 claim",
                        "1 new feature",
                        "1 file changed",
                        "1 file removed");
    }

    @Test
    void severalThingsAreSeveral() {
        assertThat(ImpactScore.of(facts(12)).factors())
                .extracting(Impact.Factor::why)
                .contains(
                        "a description of 20 characters, 12 claims",
                        "12 new features",
                        "12 files changed",
                        "12 files removed",
                        "12 sticks have this component");
    }

    /** Of everything that is counted, {@code count}. */
    private static ImpactFacts facts(int count) {
        return new ImpactFacts(
                UpgradeType.FEATURE, 20, count, count, count, count, count, 0, count);
    }
}
