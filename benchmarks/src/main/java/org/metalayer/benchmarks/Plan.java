package org.metalayer.benchmarks;

import java.time.Duration;
import org.metalayer.benchmarks.figures.Rounds;

/**
 * How much is measured.
 *
 * @param load how long each load generator runs in a round
 * @param idle how long an agent with nothing to do is watched in a round
 * @param smallFiles of a report
 * @param releaseMegabytes of the release that the agent installs, a multiple of ten
 */
record Plan(
        Rounds rounds,
        Duration load,
        Duration idle,
        int smallFleet,
        int largeFleet,
        int smallFiles,
        int releaseMegabytes) {

    /** What the requirements are about. */
    static final Plan FULL =
            new Plan(
                    new Rounds(1, 5),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    1_000,
                    100_000,
                    1_000,
                    100);

    /** Shows that everything works; its figures say little. */
    static final Plan QUICK =
            new Plan(
                    new Rounds(1, 2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    100,
                    2_000,
                    100,
                    10);
}
