package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stick: a directory as its owner sees it, and the agent that runs from it. */
public final class StickProcess implements AutoCloseable {
    private static final String CRASH_AT = "METALAYER_CRASH_AT";

    private final String moduleId;
    private final String moduleName;
    private final Path root;
    private @Nullable Background agent;

    private StickProcess(String moduleId, String moduleName, Path root) {
        this.moduleId = moduleId;
        this.moduleName = moduleName;
        this.root = root;
    }

    /** Prepares a directory below {@code parent}; nothing runs yet. */
    public static StickProcess prepare(
            URI server, Path parent, String moduleId, String moduleName, String... more)
            throws IOException, InterruptedException {
        StickProcess stick = new StickProcess(moduleId, moduleName, parent.resolve(moduleId));
        Files.createDirectories(stick.root);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server",
                                server.toString(),
                                "--module-id",
                                moduleId,
                                "--module-name",
                                moduleName,
                                "--virtual",
                                "VIRTUAL-" + moduleId,
                                "--poll-seconds",
                                "1"));
        arguments.addAll(List.of(more));
        Finished init = stick.verb("init", arguments.toArray(String[]::new));
        if (init.status() != 0) {
            throw new AssertionError("stick init: " + init);
        }
        return stick;
    }

    /** The same stick once more, file by file, permissions and all; its agent must not run. */
    public StickProcess copiedTo(Path other) throws IOException, InterruptedException {
        Finished copied =
                Finished.run(
                        root, Map.of(), List.of("cp", "-a", root.toString(), other.toString()));
        if (copied.status() != 0) {
            throw new AssertionError("cp -a: " + copied);
        }
        return new StickProcess(moduleId, moduleName, other);
    }

    public String moduleId() {
        return moduleId;
    }

    public String moduleName() {
        return moduleName;
    }

    public Path root() {
        return root;
    }

    /** The component as the owner sees it. */
    public Path content(String component) {
        return root.resolve("module").resolve(component);
    }

    public StickProcess start() {
        agent =
                Background.start(
                        moduleId, root, Map.of(), Programs.agent("run", "--dir", root.toString()));
        return this;
    }

    /** Does one round of the agent that is cut off there, if it comes so far. */
    public Finished roundDyingAt(int n) throws IOException, InterruptedException {
        return Finished.run(
                root,
                Map.of(CRASH_AT, Integer.toString(n)),
                Programs.agent("run", "--once", "--dir", root.toString()));
    }

    /** The running agent. */
    public Background agent() {
        return Optional.ofNullable(agent)
                .orElseThrow(() -> new AssertionError(moduleId + " was not started"));
    }

    /** Runs a verb of the owner on this stick to its end. */
    public Finished verb(String verb, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(verb, "--dir", root.toString()));
        all.addAll(List.of(arguments));
        return Finished.run(root, Map.of(), Programs.agent(all.toArray(String[]::new)));
    }

    /** Starts a verb of the owner on this stick. */
    public Background starts(String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of(verb, "--dir", root.toString()));
        all.addAll(List.of(arguments));
        return Background.start(
                moduleId, root, Map.of(), Programs.agent(all.toArray(String[]::new)));
    }

    public void kill9() {
        agent().kill9();
    }

    /** Stops the agent in an orderly way. */
    @Override
    public void close() {
        if (agent != null) {
            agent.close();
        }
    }
}
