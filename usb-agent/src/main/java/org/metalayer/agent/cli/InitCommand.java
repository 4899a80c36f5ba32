package org.metalayer.agent.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.agent.pages.PagesRecord;
import org.metalayer.agent.stick.Intervals;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.trust.PinnedRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prepares a directory for an agent. */
@Command(
        name = "init",
        description = {
            "Prepares a directory as a stick: settings, key, and a place for content.",
            "Said once more, it keeps the settings that are not said again."
        },
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Option(
            names = "--server",
            required = true,
            paramLabel = "URL",
            description = "Address of the Main System.")
    private URI server;

    @Option(
            names = "--module-id",
            required = true,
            paramLabel = "ID",
            description = "The stick's id, such as usb_001.")
    private ModuleId moduleId;

    @Option(
            names = "--module-name",
            required = true,
            paramLabel = "NAME",
            description = "What people call it.")
    private ModuleName moduleName;

    @Option(
            names = "--virtual",
            paramLabel = "SERIAL",
            description =
                    "Declare a virtual USB device instead of looking for a real one; an empty one"
                            + " takes that back.")
    private @Nullable String virtualSerial;

    @Option(
            names = "--enrolment-code",
            paramLabel = "CODE",
            description = "Accepts the stick at once.")
    private @Nullable String enrolmentCode;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "The fleet's first root, 1.root.json, got from somebody you trust.")
    private @Nullable Path trust;

    @Option(
            names = "--poll-seconds",
            paramLabel = "N",
            description =
                    "Longest pause between two looks for upgrades. Default: as before, at first"
                            + " 30.")
    private @Nullable Integer pollSeconds;

    @Option(
            names = "--pages-port",
            paramLabel = "PORT",
            description =
                    "Port on which this computer's browser sees the content; 0 shows none. Default:"
                            + " one is chosen at the first start and kept.")
    private @Nullable Integer pagesPort;

    @Override
    public Integer call() throws IOException {
        Storage storage = Storage.ofProcess();
        Preparation preparation = Preparation.of(options.directory(), storage);
        StickDirectory stick = preparation.stick();
        Optional<StickConfig> known = preparation.known();
        if (known.isPresent() && !known.get().moduleId().equals(moduleId)) {
            throw new FailureException(
                    "%s is already %s: choose another directory"
                            .formatted(stick.root(), known.get().moduleId()));
        }
        StickConfig config = config(known, preparation.trust(Optional.ofNullable(trust)));
        Optional<PagesRecord> pages = Optional.ofNullable(pagesPort).map(PagesRecord::of);
        LocalParts local = preparation.complete(config);
        if (pages.isPresent()) {
            PagesRecord.file(stick, storage.files()).write(pages.get());
        }
        UsbIdentity usb = AgentLoop.usb(local);
        new Output(spec, options)
                .print(
                        new JsonBuilder()
                                .put("module_id", moduleId.value())
                                .put("directory", stick.root().toString())
                                .put("key_id", local.identity().key().publicKey().keyId())
                                .put("usb", UsbText.json(usb))
                                .build(),
                        "%s is ready in %s.%nUSB: %s%n"
                                        .formatted(moduleId, stick.root(), usb.line())
                                + "Content goes to module/<component>/. Start the agent with"
                                + " `run`.");
        return 0;
    }

    /** What is not said again stays as it is. */
    private StickConfig config(Optional<StickConfig> known, Optional<PinnedRoot> root) {
        Intervals before = known.map(StickConfig::intervals).orElse(Intervals.DEFAULT);
        Intervals intervals =
                pollSeconds == null ? before : before.withPoll(Duration.ofSeconds(pollSeconds));
        return new StickConfig(
                server,
                moduleId,
                moduleName,
                Optional.ofNullable(virtualSerial)
                        .or(() -> known.flatMap(StickConfig::virtualSerial))
                        .filter(serial -> !serial.isEmpty()),
                Optional.ofNullable(enrolmentCode)
                        .or(() -> known.flatMap(StickConfig::enrolmentCode)),
                root,
                intervals,
                known.map(StickConfig::headroom).orElse(StickConfig.DEFAULT_HEADROOM));
    }
}
