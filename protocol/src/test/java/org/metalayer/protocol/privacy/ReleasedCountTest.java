package org.metalayer.protocol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.privacy.ReleasedCount.Shown;
import org.metalayer.protocol.privacy.ReleasedCount.Suppressed;

class ReleasedCountTest {

    private static final GroupThreshold K = GroupThreshold.DEFAULT;
    private static final Epsilon EPSILON = Epsilon.parse("0.5");
    private static final KeyThreshold THRESHOLD = new KeyThreshold(K, EPSILON, 1e-5);
    private static final long SEED = 7;

    @Test
    void smallGroupsAreNotShown() {
        assertThat(ReleasedCount.exact(9, K))
                .isEqualTo(
                        new Suppressed(
                                K,
                                Optional.empty(),
                                "shown from 10 sticks on, so that none is picked out"));
        assertThat(ReleasedCount.exact(10, K)).isEqualTo(new Shown(10, K, Optional.empty()));
        assertThatThrownBy(() -> ReleasedCount.exact(-1, K))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no -1 sticks");
    }

    @Test
    void noCountIsBelowNone() {
        assertThat(new Shown(-3, K, Optional.of(EPSILON)).count()).isEqualTo(0);
    }

    @Test
    void noiseIsAddedToLargeGroups() {
        RandomGenerator random = new SplittableRandom(SEED);
        double mean =
                LongStream.range(0, 10_000)
                        .map(_ -> shown(ReleasedCount.noisy(1_000, THRESHOLD, random)))
                        .average()
                        .orElseThrow();
        assertThat(mean).isCloseTo(1_000, within(0.15));
        assertThat(ReleasedCount.noisy(1_000, THRESHOLD, random).epsilon()).contains(EPSILON);
    }

    /** Noise alone does not make a group large, and what is said is the same for all small ones. */
    @Test
    void noNoiseShowsASmallGroup() {
        RandomGenerator random = new SplittableRandom(SEED);
        assertThat(
                        LongStream.range(0, 20_000)
                                .mapToObj(n -> ReleasedCount.noisy(n % 10, THRESHOLD, random))
                                .distinct())
                .containsExactly(
                        new Suppressed(
                                K,
                                Optional.of(EPSILON),
                                "shown from 10 sticks on, and from 33 with noise, so that none is"
                                        + " picked out"));
        assertThat(ReleasedCount.noisy(9, THRESHOLD, random))
                .isEqualTo(ReleasedCount.noisy(10, THRESHOLD, random));
        assertThatThrownBy(() -> ReleasedCount.noisy(-1, THRESHOLD, random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Somebody asks about a group, and about the same one without one stick, as often as they like.
     * Each answer was drawn once, and is a value: the thousandth says what the first did.
     */
    @Test
    void askingAgainTellsNothingMore() {
        RandomGenerator random = new SplittableRandom(SEED);
        ReleasedCount with = ReleasedCount.noisy(100, THRESHOLD, random);
        ReleasedCount without = ReleasedCount.noisy(99, THRESHOLD, random);
        assertThat(LongStream.range(0, 1_000).map(_ -> shown(with) - shown(without)).distinct())
                .hasSize(1);
        assertThat(with).isEqualTo(new Shown(shown(with), K, Optional.of(EPSILON)));
    }

    /** Why an answer must be kept: were it drawn anew, the average would tell of the one stick. */
    @Test
    void drawingAgainWouldTell() {
        RandomGenerator random = new SplittableRandom(SEED);
        double difference =
                LongStream.range(0, 10_000)
                        .map(_ ->
                                shown(ReleasedCount.noisy(100, THRESHOLD, random))
                                        - shown(ReleasedCount.noisy(99, THRESHOLD, random)))
                        .average()
                        .orElseThrow();
        assertThat(difference).isCloseTo(1, within(0.2));
    }

    /** One pair of answers does not say which group is the larger: often it is the other way. */
    @Test
    void oneDifferenceDoesNotTell() {
        RandomGenerator random = new SplittableRandom(SEED);
        long wrong =
                LongStream.range(0, 10_000)
                        .filter(_ ->
                                shown(ReleasedCount.noisy(100, THRESHOLD, random))
                                        <= shown(ReleasedCount.noisy(99, THRESHOLD, random)))
                        .count();
        assertThat(wrong).isGreaterThan(4_000);
    }

    private static long shown(ReleasedCount released) {
        return switch (released) {
            case Shown shown -> shown.count();
            case Suppressed suppressed -> throw new AssertionError(suppressed.reason());
        };
    }
}
