package org.metalayer.benchmarks.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Does several measurements in turn, A B C A B C …, so that a machine whose speed drifts is as
 * unfair to one as to the other.
 *
 * @param warmUp how many rounds come before the first that is counted
 * @param count how many rounds are counted
 */
public record Rounds(int warmUp, int count) {

    public Rounds {
        if (warmUp < 0 || count < 1) {
            throw new IllegalArgumentException(
                    "needs at least 1 round, was %d after %d".formatted(count, warmUp));
        }
    }

    /** As many rounds, with so many before them. */
    public Rounds after(int longerWarmUp) {
        return new Rounds(longerWarmUp, count);
    }

    /** One spread for each measurement. The first round has the number 0, counted or not. */
    public List<Spread> alternate(Measurement... measurements)
            throws IOException, InterruptedException {
        List<List<Double>> values = new ArrayList<>();
        for (int i = 0; i < measurements.length; i++) {
            values.add(new ArrayList<>());
        }
        for (int round = 0; round < warmUp + count; round++) {
            for (int i = 0; i < measurements.length; i++) {
                double value = measurements[i].measure(round);
                if (round >= warmUp) {
                    values.get(i).add(value);
                }
            }
        }
        return values.stream().map(Spread::new).toList();
    }
}
