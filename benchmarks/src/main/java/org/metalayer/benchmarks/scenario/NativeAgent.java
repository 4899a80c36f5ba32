package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Line.Baseline;
import org.metalayer.benchmarks.figures.Measurement;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Requirement.AtMost;
import org.metalayer.benchmarks.figures.Requirement.None;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.system.Activity;
import org.metalayer.benchmarks.system.Memory;
import org.metalayer.protocol.UpgradeType;

/**
 * What the agent takes of a computer without a virtual machine and with one. Both look for offers
 * as often as a stick does that nobody set otherwise, and show what they have installed.
 */
public final class NativeAgent {
    private static final String TOPIC = "The agent, native";
    private static final String ON_JVM = "on a JVM";
    private static final String COMPONENT = "player";
    private static final double MILLISECONDS = 1_000;
    private static final double MEGABYTE = 1_000_000;

    private final Stage stage;
    private final Duration idle;

    /**
     * @param idle how long one with nothing to do is watched
     */
    public NativeAgent(Stage stage, Duration idle) {
        this.stage = stage;
        this.idle = idle;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        AgentStick alone = AgentStick.prepare(stage, "native", stage.programs()::nativeAgent);
        AgentStick onJvm = AgentStick.prepare(stage, "on-jvm", stage.programs()::agent);
        release();
        alone.sync();
        onJvm.sync();
        List<Line> lines = new ArrayList<>(starts(alone, onJvm));
        lines.addAll(running(alone, onJvm));
        lines.add(
                told(
                        "size of the file",
                        Unit.MEGABYTES,
                        Spread.of(Files.size(stage.programs().nativeAgent()) / MEGABYTE),
                        new AtMost(60)));
        return lines;
    }

    private List<Line> starts(AgentStick alone, AgentStick onJvm)
            throws IOException, InterruptedException {
        List<Spread> starts = stage.rounds().alternate(start(alone), start(onJvm));
        return List.of(
                line("stick status, from start to end", Unit.MILLISECONDS, starts),
                told(
                        "stick status, by itself",
                        Unit.MILLISECONDS,
                        starts.getFirst(),
                        new AtMost(30)));
    }

    private List<Line> running(AgentStick alone, AgentStick onJvm)
            throws IOException, InterruptedException {
        try (AgentStick.Running first = alone.run();
                AgentStick.Running second = onJvm.run()) {
            ShownContent.of(alone, COMPONENT).fetch();
            ShownContent.of(onJvm, COMPONENT).fetch();
            Thread.sleep(idle.dividedBy(3)); // its first round is work
            Activity quiet = Activity.of(first.handle(), idle);
            Activity busier = Activity.of(second.handle(), idle);
            Spread resident = Spread.of(Memory.resident(first.handle()));
            Spread onJvmResident = Spread.of(Memory.resident(second.handle()));
            return List.of(
                    line(
                            "resident, with content shown",
                            Unit.MEGABYTES,
                            List.of(resident, onJvmResident)),
                    told("resident, by itself", Unit.MEGABYTES, resident, new AtMost(40)),
                    told(
                            "nothing to do: of one core",
                            Unit.PERCENT,
                            Spread.of(quiet.percentOfCore()),
                            // A shorter watch counts the processor's time too coarsely.
                            idle.toSeconds() < 60 ? new None() : new AtMost(0.2)),
                    line(
                            "nothing to do: wake-ups",
                            Unit.PER_MINUTE,
                            List.of(
                                    Spread.of(quiet.wakeUpsPerMinute()),
                                    Spread.of(busier.wakeUpsPerMinute()))));
        }
    }

    private void release() throws IOException {
        Releases releases = Releases.of(stage);
        Path files = stage.programs().home().resolve("examples/music-player");
        releases.deliver(releases.report(COMPONENT, UpgradeType.BUGFIX, files));
        releases.approve(COMPONENT);
        releases.awaitRollout(COMPONENT);
        releases.openToEveryone(COMPONENT);
    }

    private static Measurement start(AgentStick stick) {
        return _ -> MILLISECONDS * Stopwatch.seconds(stick::status);
    }

    private static Line told(String title, Unit unit, Spread figure, Requirement requirement) {
        return Line.alone(TOPIC, title, unit, figure, requirement);
    }

    /** The native one's figures beside those on a JVM. */
    private static Line line(String title, Unit unit, List<Spread> figures) {
        return Line.against(
                TOPIC,
                title,
                unit,
                figures.get(0),
                new Baseline(ON_JVM, figures.get(1)),
                new None());
    }
}
