package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.system.Memory;

/** What the server keeps of the machine's memory when all the load of a stage is over. */
public final class ResidentMemory {
    /** By then the server has given back what compiling and buffers took for a moment. */
    private static final Duration REST = Duration.ofSeconds(15);

    private final Stage stage;

    public ResidentMemory(Stage stage) {
        this.stage = stage;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Thread.sleep(REST);
        ProcessHandle server = stage.system().server();
        return List.of(
                line(
                        "memory of the server after this load: resident",
                        Memory.resident(server),
                        new Requirement.AtMost(300)),
                line(
                        "memory of the server: peak",
                        Memory.residentPeak(server),
                        new Requirement.None()),
                line(
                        "memory of its database: all processes (PSS)",
                        Memory.proportional(stage.system().database().process()),
                        new Requirement.None()));
    }

    private Line line(String title, double megabytes, Requirement requirement) {
        return Line.alone(stage.topic(), title, Unit.MEGABYTES, Spread.of(megabytes), requirement);
    }
}
