package org.metalayer.benchmarks.figures;

import java.io.IOException;

/** Something that yields one figure each time it is done. */
@FunctionalInterface
public interface Measurement {

    /**
     * Does it once.
     *
     * @param round counted from 1; 0 is the one that warms up and is not counted
     */
    double measure(int round) throws IOException, InterruptedException;
}
