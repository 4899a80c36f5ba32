package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Line.Baseline;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Requirement.AtMost;
import org.metalayer.benchmarks.figures.Requirement.None;
import org.metalayer.benchmarks.figures.Rounds;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.system.LoneServer;
import org.metalayer.benchmarks.system.Memory;
import org.metalayer.benchmarks.system.Programs;

/**
 * What the Main System takes of a computer without a virtual machine, with one, and with one that
 * has learned what a start takes. All start on the same database, which exists and whose own start
 * counts.
 */
public final class NativeServer {
    private static final String TOPIC = "The Main System, native";
    private static final double MEGABYTE = 1_000_000;

    /** By then it has given back what its start took for a moment. */
    private static final Duration REST = Duration.ofSeconds(15);

    private final Programs programs;
    private final Path directory;
    private final Rounds rounds;

    /**
     * @param directory an empty one
     */
    public NativeServer(Programs programs, Path directory, Rounds rounds) {
        this.programs = programs;
        this.directory = directory;
        this.rounds = rounds;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        start(programs.nativeServer()); // makes the database
        List<Line> lines = new ArrayList<>(starts());
        lines.addAll(idle());
        lines.add(
                told(
                        "size of the file",
                        Unit.MEGABYTES,
                        Spread.of(Files.size(programs.nativeServerFile()) / MEGABYTE),
                        new None()));
        return lines;
    }

    private List<Line> starts() throws IOException, InterruptedException {
        List<Spread> starts =
                rounds.alternate(
                        _ -> start(programs.nativeServer()),
                        _ -> start(programs.server()),
                        _ -> start(programs.trainedServer()));
        return List.of(
                line("start, until ready", Unit.MILLISECONDS, starts.get(0), starts.get(1)),
                told("start, by itself", Unit.MILLISECONDS, starts.get(0), new AtMost(500)),
                Line.against(
                        TOPIC,
                        "start on a JVM with an AOT cache",
                        Unit.MILLISECONDS,
                        starts.get(2),
                        new Baseline("without", starts.get(1)),
                        new None()));
    }

    private List<Line> idle() throws IOException, InterruptedException {
        Spread alone = resident(programs.nativeServer());
        Spread onJvm = resident(programs.server());
        Spread trained = resident(programs.trainedServer());
        return List.of(
                line("idle: resident", Unit.MEGABYTES, alone, onJvm),
                told("idle: resident, by itself", Unit.MEGABYTES, alone, new AtMost(150)),
                told(
                        "idle: resident on a JVM with an AOT cache",
                        Unit.MEGABYTES,
                        trained,
                        new None()));
    }

    private double start(List<String> command) throws IOException {
        try (LoneServer server = LoneServer.start(command, directory)) {
            return server.startMilliseconds();
        }
    }

    private Spread resident(List<String> command) throws IOException, InterruptedException {
        try (LoneServer server = LoneServer.start(command, directory)) {
            Thread.sleep(REST);
            return Spread.of(Memory.resident(server.handle()));
        }
    }

    private static Line told(String title, Unit unit, Spread figure, Requirement requirement) {
        return Line.alone(TOPIC, title, unit, figure, requirement);
    }

    /** The native one's figure beside that on a JVM. */
    private static Line line(String title, Unit unit, Spread alone, Spread onJvm) {
        return Line.against(TOPIC, title, unit, alone, new Baseline("on a JVM", onJvm), new None());
    }
}
