package org.metalayer.agent.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.NewIdentity;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.enrol.KnownRoots;
import org.metalayer.agent.net.OfflineException;
import org.metalayer.agent.stick.StickConfig;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a copy of a stick a stick of its own. */
@Command(
        name = "new-identity",
        description =
                "Makes this copy of a stick a stick of its own: a new key and a new module id."
                        + " Content and waiting reports stay. The agent must not run.",
        mixinStandardHelpOptions = true)
final class NewIdentityCommand implements Callable<Integer> {

    private static final String UNREACHED =
            "not enrolled yet, because the Main System cannot be reached";

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
                            + " somebody you trust. What the old one said is forgotten, and what it"
                            + " installed counts as your own.")
    private @Nullable Path trust;

    @Option(
            names = "--confirm",
            paramLabel = "DIGEST",
            description =
                    "SHA-256 of that file as the operator told it, where nobody can be asked to"
                            + " confirm it.")
    private @Nullable String confirmed;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Address of the Main System, where it is another one now.")
    private @Nullable URI server;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (confirmed != null && trust == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--confirm DIGEST confirms the first root that is brought with --trust FILE:"
                            + " say both, or neither");
        }
        StickDirectory stick = options.stick();
        Storage storage = Storage.ofProcess();
        ModuleId made;
        Optional<EnrolmentState> state;
        Optional<PinnedRoot> root;
        Optional<PinnedRoot> before;
        try (StickLock lock = Locks.acquire(stick)) {
            root = root(stick, storage);
            before = root.isPresent() ? confirm(root.get(), stick, storage) : Optional.empty();
            made =
                    NewIdentity.make(
                            stick,
                            storage,
                            new NewIdentity.Wishes(
                                    Optional.ofNullable(moduleId),
                                    Optional.ofNullable(enrolmentCode),
                                    Optional.ofNullable(server),
                                    root),
                            lock);
            state = enrol(made, stick);
        }
        JsonBuilder json =
                new JsonBuilder()
                        .put("module_id", made.value())
                        .put("state", state.map(EnrolmentState::wire).orElse(UNREACHED));
        root.ifPresent(it -> json.put("trust", it.write()));
        before.ifPresent(it -> json.put("trust_before", it.write()));
        new Output(spec, options).print(json.build(), text(made, state, root, before));
        return 0;
    }

    private static String text(
            ModuleId made,
            Optional<EnrolmentState> state,
            Optional<PinnedRoot> root,
            Optional<PinnedRoot> before) {
        String roots =
                root.map(it -> "%nIt trusts the first root %s".formatted(it.digest())).orElse("")
                        + before.map(it -> ",%nand no longer %s".formatted(it.digest())).orElse("");
        String enrolled =
                state.map(EnrolmentText::of)
                        .orElse("It is " + UNREACHED + "; the agent asks again.");
        return "This stick is %s now. %s%nStart the agent with `stick run`.%s"
                .formatted(made, enrolled, roots);
    }

    /** Whom it is to believe from now on: what only stands in the settings is confirmed, too. */
    private Optional<PinnedRoot> root(StickDirectory stick, Storage storage) throws IOException {
        return trust == null
                ? StickConfig.of(stick, storage.files()).trust()
                : Optional.of(FirstRoot.in(trust));
    }

    /** Returns what the stick trusts up to now, where that is another one. */
    private Optional<PinnedRoot> confirm(PinnedRoot root, StickDirectory stick, Storage storage)
            throws IOException {
        Optional<PinnedRoot> before = KnownRoots.otherThan(root, stick, storage.files());
        new RootConfirmation(
                        options.json()
                                ? question -> Optional.empty()
                                : RootConfirmation::atTheTerminal)
                .require(before, root, Optional.ofNullable(confirmed));
        return before;
    }

    private static Optional<EnrolmentState> enrol(ModuleId made, StickDirectory stick) {
        try {
            return Optional.of(AgentLoop.enrol(AgentLoop.open(stick)).state());
        } catch (OfflineException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FailureException(
                    "this stick is %s now, but it could not enrol: %s"
                            .formatted(made, e.getMessage()));
        }
    }
}
