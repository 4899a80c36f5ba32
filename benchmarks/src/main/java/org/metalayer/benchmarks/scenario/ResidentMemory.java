package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.util.List;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.system.Memory;

/** What the server holds of the machine's memory after all the load of a stage. */
public final class ResidentMemory {
    private final Stage stage;

    public ResidentMemory(Stage stage) {
        this.stage = stage;
    }

    public List<Line> measure() throws IOException {
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
