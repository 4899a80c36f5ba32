package org.metalayer.benchmarks.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Does several measurements in turn, A B C A B C …, so that a machine whose speed drifts is as
 * unfair to one as to the other.
 *
 * @param count how many rounds are counted
 */
public record Rounds(int count) {

    public Rounds {
        if (count < 1) {
            throw new IllegalArgumentException("needs at least 1 round, was " + count);
        }
    }

    /** One spread for each measurement, after a round that is not counted. */
    public List<Spread> alternate(Measurement... measurements)
            throws IOException, InterruptedException {
        List<List<Double>> values = new ArrayList<>();
        for (Measurement measurement : measurements) {
            measurement.measure(0);
            values.add(new ArrayList<>());
        }
        for (int round = 1; round <= count; round++) {
            for (int i = 0; i < measurements.length; i++) {
                values.get(i).add(measurements[i].measure(round));
            }
        }
        return values.stream().map(Spread::new).toList();
    }
}
