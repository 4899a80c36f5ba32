package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.system.Await;
import org.metalayer.protocol.UpgradeType;

/**
 * How long the real agent takes to install a release, against copying and hashing the same bytes.
 * An agent runs all the time, so that is how it is measured: from being woken until the Main System
 * has its outcome. What one run of {@code stick sync} takes, with the start of its virtual machine,
 * stands beside it.
 */
public final class InstallTime {
    private static final int FILES = 10;

    /** An agent's first installations are its compiler's time and not its own. */
    private static final int WARM_UP = 3;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Stage stage;
    private final int megabytes;

    /**
     * @param megabytes of the release, each of 2^20 bytes; a multiple of ten
     */
    public InstallTime(Stage stage, int megabytes) {
        this.stage = stage;
        this.megabytes = megabytes;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Releases releases = Releases.of(stage);
        AgentStick running = AgentStick.prepare(stage, "running");
        AgentStick started = AgentStick.prepare(stage, "started");
        List<Spread> seconds;
        try (AgentStick.Running agent = running.run()) {
            seconds =
                    stage.rounds()
                            .after(WARM_UP)
                            .alternate(
                                    round -> CopyAndHash.seconds(released(releases, round)),
                                    round -> installed(agent, running, releases, round),
                                    round -> installed(started, round),
                                    _ -> Stopwatch.secondsToDisk(started::sync));
        }
        Line.Baseline copy = new Line.Baseline(CopyAndHash.TITLE, seconds.get(0));
        return List.of(
                line("installation of %d MiB", 1, seconds, copy, new Requirement.AtMost(2)),
                line(
                        "installation of %d MiB by stick sync, with its start",
                        2, seconds, copy, new Requirement.None()),
                line(
                        "stick sync with nothing to install",
                        3,
                        seconds,
                        copy,
                        new Requirement.None()));
    }

    /** The files of a round, which are a component of their own and stand in the feed. */
    private Path released(Releases releases, int round) throws IOException {
        String component = component(round);
        Path files = stage.work().resolve(component);
        RandomFiles.large(files, FILES, megabytes / FILES, round);
        releases.deliver(releases.report(component, UpgradeType.BUGFIX, files));
        releases.approve(component);
        releases.awaitRollout(component);
        releases.openToEveryone(component);
        return files;
    }

    private double installed(
            AgentStick.Running agent, AgentStick stick, Releases releases, int round)
            throws IOException {
        double seconds =
                Stopwatch.secondsToDisk(() -> {
                    agent.wake();
                    // Asking the Main System all the time would be load on what is measured.
                    Await.until(
                            "the files of " + component(round),
                            LIMIT,
                            () -> whole(stick, round) ? Optional.of(stick) : Optional.empty());
                    Await.until(
                            "the outcome of " + component(round),
                            LIMIT,
                            () -> releases.outcome(component(round)));
                });
        requireWhole(stick, round);
        return seconds;
    }

    private double installed(AgentStick stick, int round) throws IOException {
        double seconds = Stopwatch.secondsToDisk(stick::sync);
        requireWhole(stick, round);
        return seconds;
    }

    private static void requireWhole(AgentStick stick, int round) throws IOException {
        if (!whole(stick, round)) {
            throw new IOException("the agent did not install everything of round " + round);
        }
    }

    private static boolean whole(AgentStick stick, int round) throws IOException {
        return stick.files(component(round)) == FILES;
    }

    private static String component(int round) {
        return "large-files-" + round;
    }

    private Line line(
            String title,
            int measurement,
            List<Spread> seconds,
            Line.Baseline baseline,
            Requirement requirement) {
        return Line.against(
                stage.topic(),
                String.format(Locale.ROOT, title, megabytes),
                Unit.SECONDS,
                seconds.get(measurement),
                baseline,
                requirement);
    }
}
