package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metalayer.benchmarks.system.Command;
import org.metalayer.benchmarks.wire.Http;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** Stick directories with the real agent, accepted and up to date. */
final class AgentSticks {
    private final Stage stage;
    private final List<Path> directories = new ArrayList<>();

    private AgentSticks(Stage stage) {
        this.stage = stage;
    }

    /** As many as there will be installations: each stick installs once. */
    static AgentSticks prepare(Stage stage, int count) throws IOException {
        AgentSticks sticks = new AgentSticks(stage);
        String code = enrolmentCode(stage.operator(), count);
        for (int stick = 0; stick < count; stick++) {
            sticks.add("agent-" + stick, code);
            sticks.sync(stick);
        }
        return sticks;
    }

    /** Seconds of one run of the agent in which it does all there is to do. */
    double sync(int stick) throws IOException {
        String directory = directories.get(stick).toString();
        return Stopwatch.secondsToDisk(() -> agent("sync", "--dir", directory));
    }

    /** Where a component of a stick lies. */
    Path content(int stick, String component) {
        return directories.get(stick).resolve("module").resolve(component);
    }

    private void add(String moduleId, String code) throws IOException {
        Path directory = Files.createDirectory(stage.work().resolve(moduleId));
        agent(
                "init",
                "--dir",
                directory.toString(),
                "--server",
                stage.system().url().toString(),
                "--module-id",
                moduleId,
                "--module-name",
                "Agent " + moduleId,
                "--virtual",
                "VIRTUAL-" + moduleId,
                "--enrolment-code",
                code);
        directories.add(directory);
    }

    private void agent(String verb, String... arguments) throws IOException {
        Command.run(stage.programs().agent(verb, arguments), Map.of());
    }

    private static String enrolmentCode(Http operator, int uses) throws IOException {
        JsonObject wanted =
                new JsonBuilder()
                        .put("note", "benchmarks")
                        .put("uses", uses)
                        .put("expires_in_hours", 1)
                        .build();
        return operator.post("/api/v1/enrolment-codes", Json.write(wanted)).string("code");
    }
}
