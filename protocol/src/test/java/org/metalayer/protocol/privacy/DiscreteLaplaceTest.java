package org.metalayer.protocol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.security.SecureRandom;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn against the published distribution; seeds are fixed, so that it stays the same. */
class DiscreteLaplaceTest {

    private static final int DRAWS = 100_000;

    /** Values from -8 to 8 by themselves, and one group beyond at each end. */
    private static final long EDGE = 8;

    /** Of χ² with 18 degrees of freedom: exceeded once in a thousand by chance. */
    private static final double CRITICAL = 42.312;

    private static final long SEED = 20_200_331;

    /** Figures of arXiv 2004.00010's distribution, computed apart from this program. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.4621171573, 0.0098516679, 1.8413471884",
        "0.5, 0.2449186624, 0.1021891467, 7.8353961781"
    })
    void drawsThePublishedDistribution(String epsilon, double zero, double five, double variance) {
        long[] drawn = draws(new DiscreteLaplace(Epsilon.parse(epsilon), 1));
        assertThat(share(drawn, 0)).isCloseTo(zero, within(0.006));
        assertThat(LongStream.of(drawn).filter(x -> Math.abs(x) >= 5).count() / (double) DRAWS)
                .isCloseTo(five, within(0.004));
        assertThat(LongStream.of(drawn).mapToDouble(x -> x * x).average().orElseThrow())
                .isCloseTo(variance, within(variance * 0.03));
        assertThat(LongStream.of(drawn).average().orElseThrow())
                .isCloseTo(0, within(4 * Math.sqrt(variance / DRAWS)));
    }

    /** Scales below 1, above it, and of fractions that are not reciprocal. */
    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 1", "1.5, 2", "0.75, 1", "2.5, 4"})
    void everyValueComesAsOftenAsItShould(String epsilon, long sensitivity) {
        DiscreteLaplace noise = new DiscreteLaplace(Epsilon.parse(epsilon), sensitivity);
        double q = Math.exp(-noise.epsilon().value().doubleValue() / sensitivity);
        Map<Long, Integer> seen = new TreeMap<>();
        for (long x : draws(noise)) {
            seen.merge(Math.clamp(x, -EDGE - 1, EDGE + 1), 1, Integer::sum);
        }
        double chiSquare = 0;
        for (long x = -EDGE - 1; x <= EDGE + 1; x++) {
            double power = Math.pow(q, (double) Math.abs(x)) / (1 + q);
            double expected = DRAWS * (Math.abs(x) > EDGE ? power : power * (1 - q));
            chiSquare += Math.pow(seen.getOrDefault(x, 0) - expected, 2) / expected;
        }
        assertThat(chiSquare).as("χ² of %s", seen).isLessThan(CRITICAL);
    }

    /** What one stick more or less makes of a probability is at most e^ε, up to chance. */
    @Test
    void oneStickHardlyChangesWhatIsSeen() {
        long[] drawn = draws(new DiscreteLaplace(Epsilon.parse("0.5"), 1));
        for (long x = -4; x <= 4; x++) {
            double ratio = share(drawn, x) / share(drawn, x - 1);
            assertThat(ratio).isBetween(Math.exp(-0.5) * 0.93, Math.exp(0.5) * 1.07);
        }
    }

    @Test
    void theSumOfManyNeedsMoreNoise() {
        long[] drawn =
                draws(DiscreteLaplace.over(new BoundedContribution(100), Epsilon.parse("1")));
        double q = Math.exp(-0.01);
        double variance = 2 * q / Math.pow(1 - q, 2);
        assertThat(LongStream.of(drawn).mapToDouble(x -> x * x).average().orElseThrow())
                .isCloseTo(variance, within(variance * 0.03));
    }

    /** The default methods for bounds and booleans come from {@code nextLong} alone. */
    @Test
    void noFloatingPointIsDrawn() {
        RandomGenerator whole = new WholeNumbersOnly(new SplittableRandom(SEED));
        DiscreteLaplace noise = new DiscreteLaplace(Epsilon.parse("0.123457"), 1);
        assertThat(LongStream.range(0, 1_000).map(_ -> noise.draw(whole)).distinct().count())
                .isGreaterThan(20);
    }

    @Test
    void theExtremesAreDrawnToo() {
        RandomGenerator random = new SplittableRandom(SEED);
        Epsilon finest = Epsilon.parse("0.000001");
        assertThat(new DiscreteLaplace(finest, BoundedContribution.MOST).draw(random))
                .isNotEqualTo(new DiscreteLaplace(finest, BoundedContribution.MOST).draw(random));
        assertThat(new DiscreteLaplace(new Epsilon(Epsilon.MOST, 1), 1).draw(random))
                .isBetween(-3L, 3L);
        assertThat(new DiscreteLaplace(Epsilon.parse("1"), 1).draw(new SecureRandom()))
                .isBetween(-100L, 100L);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000001"})
    void whatOneStickCannotChangeIsRefused(long sensitivity) {
        Epsilon epsilon = Epsilon.parse("1");
        assertThatThrownBy(() -> new DiscreteLaplace(epsilon, sensitivity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one stick changes by 1 to 1000000, not by " + sensitivity);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 4", "1, 2", "1, 1"})
    void theCoinShowsHeadsAsOftenAsItShould(long part, long whole) {
        RandomGenerator random = new SplittableRandom(SEED);
        long heads =
                LongStream.range(0, DRAWS)
                        .filter(_ -> ExponentialCoin.heads(part, whole, random))
                        .count();
        assertThat(heads / (double) DRAWS)
                .isCloseTo(Math.exp(-(double) part / whole), within(0.006));
    }

    private static long[] draws(DiscreteLaplace noise) {
        RandomGenerator random = new SplittableRandom(SEED);
        return LongStream.range(0, DRAWS).map(_ -> noise.draw(random)).toArray();
    }

    private static double share(long[] drawn, long value) {
        return LongStream.of(drawn).filter(x -> x == value).count() / (double) DRAWS;
    }

    private record WholeNumbersOnly(RandomGenerator random) implements RandomGenerator {
        @Override
        public long nextLong() {
            return random.nextLong();
        }

        @Override
        public double nextDouble() {
            throw new AssertionError("a floating-point number was drawn");
        }

        @Override
        public float nextFloat() {
            throw new AssertionError("a floating-point number was drawn");
        }
    }
}
