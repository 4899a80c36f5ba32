package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.metalayer.benchmarks.system.Command;
import org.metalayer.benchmarks.system.Stop;
import org.metalayer.benchmarks.wire.Http;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** A stick's directory with the real agent, accepted and up to date. */
final class AgentStick {
    private static final Duration STOP = Duration.ofSeconds(30);

    /** Which of the agent's programs. */
    @FunctionalInterface
    interface Program {
        List<String> command(String verb, String... arguments);
    }

    private final Program program;
    private final Path directory;

    private AgentStick(Program program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** One that looks when it is woken, and not in the middle of a measurement. */
    static AgentStick prepare(Stage stage, String moduleId) throws IOException {
        return prepare(stage, moduleId, stage.programs()::agent, "--poll-seconds", "3600");
    }

    static AgentStick prepare(Stage stage, String moduleId, Program program, String... settings)
            throws IOException {
        Path directory = Files.createDirectory(stage.work().resolve(moduleId));
        AgentStick stick = new AgentStick(program, directory);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server",
                                stage.system().url().toString(),
                                "--module-id",
                                moduleId,
                                "--module-name",
                                "Agent " + moduleId,
                                "--virtual",
                                "VIRTUAL-" + moduleId,
                                "--enrolment-code",
                                enrolmentCode(stage.operator())));
        arguments.addAll(List.of(settings));
        stick.agent("init", arguments.toArray(String[]::new));
        stick.sync();
        return stick;
    }

    /** One run of the agent in which it does all there is to do. */
    void sync() throws IOException {
        agent("sync");
    }

    /** How the stick is, as JSON. */
    JsonObject status() throws IOException {
        return Json.parseObject(agent("status", "--json").getBytes(StandardCharsets.UTF_8));
    }

    /** Starts the agent, which goes on running. */
    Running run() throws IOException {
        return new Running(
                new ProcessBuilder(program.command("run", "--dir", directory.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start());
    }

    private Path log() {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    /** How many files a component has on this stick; none where it is not there. */
    long files(String component) throws IOException {
        Path content = directory.resolve("module").resolve(component);
        if (Files.notExists(content)) {
            return 0;
        }
        try (Stream<Path> found = Files.list(content)) {
            return found.count();
        }
    }

    /** The agent as it runs on a stick all the time. */
    final class Running implements AutoCloseable {
        private final Process process;

        private Running(Process process) {
            this.process = process;
        }

        ProcessHandle handle() {
            return process.toHandle();
        }

        /** Has it look at once, as {@code stick sync} does. */
        void wake() throws IOException {
            if (!process.isAlive()) {
                throw new IOException("the agent has ended; see " + log());
            }
            Path wake = Files.createDirectories(directory.resolve(".metalayer/wake"));
            Files.writeString(wake.resolve("nudge"), "\n");
        }

        @Override
        public void close() {
            Stop.gently(process, STOP);
        }
    }

    private String agent(String verb, String... arguments) throws IOException {
        return Command.run(
                program.command(
                        verb,
                        Stream.concat(
                                        Stream.of("--dir", directory.toString()),
                                        Stream.of(arguments))
                                .toArray(String[]::new)),
                Map.of());
    }

    private static String enrolmentCode(Http operator) throws IOException {
        JsonObject wanted =
                new JsonBuilder()
                        .put("note", "benchmarks")
                        .put("uses", 1)
                        .put("expires_in_hours", 1)
                        .build();
        return operator.post("/api/v1/enrolment-codes", Json.write(wanted)).string("code");
    }
}
