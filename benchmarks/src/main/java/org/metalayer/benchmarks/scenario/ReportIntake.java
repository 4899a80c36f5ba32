package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.wire.Report;
import org.metalayer.protocol.UpgradeType;

/**
 * How long a report with many small files takes from its first byte until the Main System has
 * acknowledged everything, against copying and hashing the files.
 */
public final class ReportIntake {
    /** Six reports in a server's life are its compiler's time and not its own. */
    private static final int WARM_UP = 10;

    private final Stage stage;
    private final int files;
    private final Path directory;

    public ReportIntake(Stage stage, int files) {
        this.stage = stage;
        this.files = files;
        this.directory = stage.work().resolve("small-files");
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Releases releases = Releases.of(stage);
        List<Spread> seconds =
                stage.rounds()
                        .after(WARM_UP)
                        .alternate(
                                round -> CopyAndHash.seconds(fresh(round)),
                                round -> accepted(releases, round));
        return List.of(
                Line.against(
                        stage.topic(),
                        String.format(Locale.ROOT, "report of %,d small files accepted", files),
                        Unit.SECONDS,
                        seconds.get(1),
                        new Line.Baseline(CopyAndHash.TITLE, seconds.get(0)),
                        new Requirement.AtMost(3)));
    }

    private double accepted(Releases releases, int round) throws IOException {
        String component = "small-files-" + round;
        Report report = releases.report(component, UpgradeType.UX, fresh(round));
        double seconds = Stopwatch.secondsToDisk(() -> releases.deliver(report));
        // What follows an accepted report must not fall into the next measurement.
        releases.awaitRollout(component);
        return seconds;
    }

    /** The files of a round: nobody has seen them in an earlier one. */
    private Path fresh(int round) throws IOException {
        Path folder = directory.resolve(Integer.toString(round));
        if (!Files.exists(folder)) {
            RandomFiles.small(folder, files, round);
        }
        return folder;
    }
}
