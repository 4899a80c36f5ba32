package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.agent.report.FamiliarReport;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.UpgradeType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: proposes what was changed on a stick, in the words of the earlier guide. */
@Command(
        name = "report",
        description = {
            "Propose an upgrade: what was changed in a component of a stick.",
            "The report is signed and kept on the stick, and sent as soon as the Main System can be"
                    + " reached."
        },
        footer = {
            "",
            "Example:",
            "  ./metalayer report usb_001 \"Music Player\" feature \"Playlists\" \\",
            "      --file playlists.js --feature Playlist"
        })
public final class ReportCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin private Connection connection;

    @Parameters(index = "0", paramLabel = "MODULE_ID", description = "The stick, such as usb_001.")
    private ModuleId moduleId;

    @Parameters(
            index = "1",
            paramLabel = "MODULE_NAME",
            description =
                    "Names the component where --component does not: \"Music Player\" is"
                            + " music-player.")
    private ModuleName moduleName;

    @Parameters(
            index = "2",
            paramLabel = "TYPE",
            description = "feature, performance, bugfix, security or ux.")
    private UpgradeType type;

    @Parameters(index = "3", paramLabel = "DESCRIPTION", description = "What is better now.")
    private String description;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "A changed file; may be given again. One that lies elsewhere is copied into"
                            + " the component. Default: every change that the stick finds.")
    private List<String> files = List.of();

    @Option(
            names = "--feature",
            paramLabel = "NAME",
            description = "Something people can do now; may be given again.")
    private List<String> features = List.of();

    @Option(
            names = "--claim",
            paramLabel = "METRIC=FACTORx",
            description =
                    "Something measurable, such as startup_ms=3x; may be given again. Every --file"
                            + " must then lie in the component.")
    private List<String> claims = List.of();

    @Option(
            names = "--component",
            paramLabel = "NAME",
            description = "The component: a directory below module/ of the stick.")
    private @Nullable ComponentName component;

    @Option(
            names = "--stick",
            paramLabel = "DIR",
            description =
                    "The stick's directory. Default: DATA/sticks/MODULE_ID. A virtual stick is"
                            + " created where there is none.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public ReportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Path stick = directory == null ? here() : directory.toAbsolutePath().normalize();
        requireStick(stick);
        KeptReport kept =
                KeptReport.of(
                        stick,
                        new Improvement(
                                moduleId,
                                component == null ? componentOf(moduleName) : component,
                                type,
                                description,
                                files,
                                features,
                                claims));
        Delivery delivery = Delivery.attempt(stick, kept.id());
        ReportOutcome outcome = new ReportOutcome(moduleId, stick, kept, delivery);
        return outcome.tell(environment, json);
    }

    private Path here() {
        return connection.data().sticks().resolve(moduleId.value());
    }

    /** A stick made here is let in at once where the local Main System allows it. */
    private void requireStick(Path root) {
        VirtualStick stick = new VirtualStick(moduleId.value(), moduleName.value(), root);
        if (!stick.exists()) {
            stick.prepare(connection.url(), LocalEnrolment.code(connection));
            environment
                    .err()
                    .println("Created the virtual stick %s in %s.".formatted(moduleId, root));
        }
    }

    private static ComponentName componentOf(ModuleName name) {
        try {
            return FamiliarReport.componentNamed(name.value());
        } catch (MalformedDocumentException e) {
            throw new CliException(
                    "\"%s\" names no component; name it with --component".formatted(name), e);
        }
    }
}
