package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import org.metalayer.benchmarks.system.Command;

/** Times work. */
final class Stopwatch {
    private static final double NANOSECONDS = 1e9;

    private Stopwatch() {}

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOSECONDS;
    }

    /**
     * For work that ends on the disk: begins with nothing left to be written, so that nobody pays
     * for what was before.
     */
    static double secondsToDisk(Work work) throws IOException {
        Command.run("sync");
        return seconds(work);
    }
}
