package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.NewIdentity;
import org.metalayer.agent.net.OfflineException;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.trust.PinnedRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a copy of a stick a stick of its own. */
@Command(
        name = "new-identity",
        description =
                "Makes this copy of a stick a stick of its own: a new key and a new module id."
                        + " Content and waiting reports stay. The agent must not run.",
        mixinStandardHelpOptions = true)
final class NewIdentityCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Option(
            names = "--module-id",
            paramLabel = "ID",
            description = "The new id. Default: the old one with a mark behind it.")
    private @Nullable ModuleId moduleId;

    @Option(
            names = "--enrolment-code",
            paramLabel = "CODE",
            description = "Accepts the stick at once.")
    private @Nullable String enrolmentCode;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "The first root, 1.root.json, of a Main System that was set up anew, got from"
                            + " somebody you trust; what the old one said is forgotten.")
    private @Nullable Path trust;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StickDirectory stick = options.stick();
        Optional<PinnedRoot> root =
                trust == null ? Optional.empty() : Optional.of(FirstRoot.in(trust));
        ModuleId made;
        String state;
        try (StickLock lock = Locks.acquire(stick)) {
            made =
                    NewIdentity.make(
                            stick,
                            Storage.ofProcess().files(),
                            Optional.ofNullable(moduleId),
                            Optional.ofNullable(enrolmentCode),
                            root,
                            lock);
            state = enrol(stick);
        }
        new Output(spec, options)
                .print(
                        new JsonBuilder()
                                .put("module_id", made.value())
                                .put("state", state)
                                .build(),
                        "This stick is %s now: %s. Start the agent with `run`."
                                .formatted(made, state));
        return 0;
    }

    private static String enrol(StickDirectory stick) throws IOException {
        try {
            return AgentLoop.enrol(AgentLoop.open(stick)).state().wire();
        } catch (OfflineException e) {
            return "not enrolled yet, because the Main System cannot be reached";
        }
    }
}
