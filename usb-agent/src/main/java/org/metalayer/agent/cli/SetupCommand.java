package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.agent.pages.PagesRecord;
import org.metalayer.agent.setup.FleetFolder;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a bootable stick does before its agent starts, at every start. */
@Command(
        name = "setup",
        description = {
            "Prepares a bootable stick with what its image was given for the fleet: fleet.json and"
                    + " 1.root.json. The first time it chooses an id and a name.",
            "Said once more, it takes a changed address, and a changed enrolment code as long as"
                    + " the stick is not accepted; never another first root."
        },
        mixinStandardHelpOptions = true)
final class SetupCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Option(
            names = "--fleet",
            required = true,
            paramLabel = "FOLDER",
            description = "The folder metalayer/ of the stick's boot partition.")
    private Path fleet;

    @Option(
            names = "--pages-port",
            paramLabel = "PORT",
            description =
                    "Port on which this computer's browser sees the content; 0 shows none. Default:"
                            + " the agent chooses one and keeps it.")
    private @Nullable Integer pagesPort;

    @Override
    public Integer call() throws IOException {
        Optional<PagesRecord> pages = Optional.ofNullable(pagesPort).map(PagesRecord::of);
        FleetFolder folder = new FleetFolder(fleet);
        Storage storage = Storage.ofProcess();
        FleetSetup.Result result =
                new FleetSetup(options.directory(), storage, new SecureRandom()).from(folder);
        Optional<StickConfig> config = result.config();
        if (config.isPresent() && pages.isPresent()) {
            show(pages.get(), PagesRecord.file(options.directory(), storage.files()));
        }
        new Output(spec, options)
                .print(
                        new JsonBuilder()
                                .put("prepared", config.isPresent())
                                .put(
                                        "module_id",
                                        config.map(it -> it.moduleId().value()).orElse(null))
                                .put(
                                        "module_name",
                                        config.map(it -> it.moduleName().value()).orElse(null))
                                .build(),
                        text(result, folder));
        return 0;
    }

    /** What is so already is not written again at every start. */
    private static void show(PagesRecord wanted, StateFile<PagesRecord> file) throws IOException {
        try {
            if (file.read().map(PagesRecord::port).equals(Optional.of(wanted.port()))) {
                return;
            }
        } catch (DamagedStateException _) {
            // It is replaced by what it should say.
        }
        file.write(wanted);
    }

    private static String text(FleetSetup.Result result, FleetFolder folder) {
        return switch (result) {
            case FleetSetup.Result.NothingGiven(Optional<StickConfig> known)
                    when known.isPresent() ->
                    "%s keeps its settings: there is no %s"
                            .formatted(known.get().moduleId(), folder.settingsFile());
            case FleetSetup.Result.NothingGiven _ ->
                    "not set up: there is no %s. On any computer, put a file of this name into the folder metalayer/ of the stick's boot partition, such as {\"server\": \"https://main.example:8443\"}, and the fleet's 1.root.json beside it; then start from the stick again"
                            .formatted(folder.settingsFile());
            case FleetSetup.Result.Ready(StickConfig config, String keyId, boolean changed) ->
                    "%s \"%s\" is %s for the Main System at %s, with the key %s."
                            .formatted(
                                    config.moduleId(),
                                    config.moduleName(),
                                    changed ? "set up" : "set up as before",
                                    config.server(),
                                    keyId);
        };
    }
}
