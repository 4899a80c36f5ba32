package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.metalayer.benchmarks.figures.Rounds;
import org.metalayer.benchmarks.load.Pgbench;
import org.metalayer.benchmarks.load.Wrk;
import org.metalayer.benchmarks.system.MainSystem;
import org.metalayer.benchmarks.system.Programs;
import org.metalayer.benchmarks.wire.Http;

/**
 * A running Main System with a fleet of one size, and what to measure it with.
 *
 * @param work an empty directory on the same file system as the Main System's data
 */
public record Stage(
        Programs programs,
        MainSystem system,
        Fleet fleet,
        Path work,
        Rounds rounds,
        Wrk wrk,
        Path nginx,
        Pgbench pgbench) {

    Http anonymous() throws IOException {
        return Http.anonymous(system.url());
    }

    Http operator() throws IOException {
        return anonymous().bearer(system.operatorToken());
    }

    /** The heading of everything that is measured here. */
    public String topic() {
        return String.format(Locale.ROOT, "With %,d sticks", fleet.sticks().size());
    }
}
