package org.metalayer.protocol.privacy;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is said about how many sticks there are in a group. It is a value: keep it, and answer the
 * same question with it again. Noise that is drawn anew for each answer can be averaged away.
 */
public sealed interface ReleasedCount {

    /** From how many sticks on a group is shown. */
    GroupThreshold k();

    /** What the answer costs of the budget, shown or not; empty where there is no noise. */
    Optional<Epsilon> epsilon();

    /**
     * The group is large enough.
     *
     * @param count sticks; at least 0, whatever the noise was
     */
    record Shown(long count, GroupThreshold k, Optional<Epsilon> epsilon) implements ReleasedCount {
        public Shown {
            count = Math.max(0, count);
        }
    }

    /**
     * The group is too small. How small is not said.
     *
     * @param reason in words, for whoever asked
     */
    record Suppressed(GroupThreshold k, Optional<Epsilon> epsilon, String reason)
            implements ReleasedCount {}

    /**
     * Without noise. Of two groups that differ in one stick the counts tell of that stick: for
     * groups that are fixed, and not for those that somebody can choose.
     *
     * @throws IllegalArgumentException when there are fewer than no sticks
     */
    static ReleasedCount exact(long distinctSticks, GroupThreshold k) {
        requireCount(distinctSticks);
        return k.isReached(distinctSticks)
                ? new Shown(distinctSticks, k, Optional.empty())
                : new Suppressed(
                        k,
                        Optional.empty(),
                        "shown from %s sticks on, so that none is picked out".formatted(k.k()));
    }

    /**
     * With noise, (ε, δ)-differentially private; what it costs must have been taken from the budget
     * before.
     *
     * @param random as for {@link DiscreteLaplace#draw}
     * @throws IllegalArgumentException when there are fewer than no sticks
     */
    static ReleasedCount noisy(
            long distinctSticks, KeyThreshold threshold, RandomGenerator random) {
        requireCount(distinctSticks);
        GroupThreshold k = threshold.k();
        Optional<Epsilon> epsilon = Optional.of(threshold.epsilon());
        long noise =
                DiscreteLaplace.over(BoundedContribution.COUNT, threshold.epsilon()).draw(random);
        long count = Math.addExact(distinctSticks, noise);
        // The words are the same for both reasons: which one it was would tell of the true count.
        return k.isReached(distinctSticks) && count >= threshold.least()
                ? new Shown(count, k, epsilon)
                : new Suppressed(
                        k,
                        epsilon,
                        "shown from %s sticks on, and from %s with noise, so that none is picked out"
                                .formatted(k.k(), threshold.least()));
    }

    private static void requireCount(long distinctSticks) {
        if (distinctSticks < 0) {
            throw new IllegalArgumentException("there are no %s sticks".formatted(distinctSticks));
        }
    }
}
