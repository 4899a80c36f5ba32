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
import org.metalayer.protocol.UpgradeType;

/**
 * How long the real agent takes to install a release, against copying and hashing the same bytes.
 * What the agent needs when there is nothing to install (start of its virtual machine, session,
 * check-in, poll) is measured beside it and taken off, because an agent runs all the time.
 */
public final class InstallTime {
    private static final String COMPONENT = "large-files";
    private static final int FILES = 10;

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
        AgentSticks sticks = AgentSticks.prepare(stage, stage.rounds().count() + 1);
        Path files = stage.work().resolve(COMPONENT);
        RandomFiles.large(files, FILES, megabytes / FILES, megabytes);
        Releases releases = Releases.of(stage);
        releases.deliver(releases.report(COMPONENT, UpgradeType.BUGFIX, files));
        releases.awaitRollout(COMPONENT);
        releases.openToEveryone(COMPONENT);

        List<Spread> seconds =
                stage.rounds()
                        .alternate(
                                round -> CopyAndHash.seconds(files),
                                round -> installed(sticks, round),
                                round -> sticks.sync(round));
        Line.Baseline copy = new Line.Baseline(CopyAndHash.TITLE, seconds.get(0));
        return List.of(
                line(
                        "installation of %d MiB by the agent",
                        seconds.get(1).minus(seconds.get(2)), copy, new Requirement.AtMost(2)),
                line(
                        "installation of %d MiB with the start of the agent",
                        seconds.get(1), copy, new Requirement.None()),
                Line.alone(
                        stage.topic(),
                        "start of the agent with nothing to install",
                        Unit.SECONDS,
                        seconds.get(2),
                        new Requirement.None()));
    }

    private double installed(AgentSticks sticks, int round) throws IOException {
        double seconds = sticks.sync(round);
        try (var content = Files.list(sticks.content(round, COMPONENT))) {
            if (content.count() != FILES) {
                throw new IOException("the agent did not install everything on stick " + round);
            }
        }
        return seconds;
    }

    private Line line(
            String title, Spread seconds, Line.Baseline baseline, Requirement requirement) {
        return Line.against(
                stage.topic(),
                String.format(Locale.ROOT, title, megabytes),
                Unit.SECONDS,
                seconds,
                baseline,
                requirement);
    }
}
