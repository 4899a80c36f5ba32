package org.metalayer.benchmarks.figures;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The same thing measured several times.
 *
 * @param values in the order of their rounds; at least one, each finite
 */
public record Spread(List<Double> values) {

    public Spread {
        values = List.copyOf(values);
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("needs finite values, was " + values);
        }
    }

    public static Spread of(double... values) {
        return new Spread(DoubleStream.of(values).boxed().toList());
    }

    /** The middle value; between the two middle ones where their number is even. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double min() {
        return sorted()[0];
    }

    public double max() {
        return sorted()[values.size() - 1];
    }

    /** Round by round divided by another spread of as many rounds. */
    public Spread over(Spread other) {
        return with(other, (mine, theirs) -> mine / theirs);
    }

    /** Round by round less another spread of as many rounds. */
    public Spread minus(Spread other) {
        return with(other, (mine, theirs) -> mine - theirs);
    }

    private Spread with(Spread other, DoubleBinaryOperator operator) {
        if (values.size() != other.values.size()) {
            throw new IllegalArgumentException(
                    "%d rounds against %d".formatted(values.size(), other.values.size()));
        }
        return new Spread(
                IntStream.range(0, values.size())
                        .mapToObj(round ->
                                operator.applyAsDouble(values.get(round), other.values.get(round)))
                        .toList());
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
