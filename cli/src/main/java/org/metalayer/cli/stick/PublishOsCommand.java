package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.release.SystemParts;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.system.SystemFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code publish os}: an image that was built here becomes a report. */
@Command(
        name = "os",
        description = {
            "Propose an image as the sticks' next operating system.",
            "Its version has to be higher than theirs. It is signed by a stick without hardware of"
                    + " this computer, called publisher."
        },
        footer = {
            "",
            "Example:",
            "  sudo ./metalayer image build --image-version 2",
            "  ./metalayer publish os image-builder/target/images/metalayer-console-2-amd64 \\",
            "      \"Kernel with this month's security fixes\" --type security"
        })
public final class PublishOsCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin private Connection connection;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The image's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "DESCRIPTION", description = "What is better now.")
    private String description;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "feature",
            description = "feature, performance, bugfix, security or ux. Default: feature.")
    private UpgradeType type;

    @Option(
            names = "--feature",
            paramLabel = "NAME",
            description = "Something people can do now; may be given again.")
    private List<String> features = List.of();

    @Option(
            names = "--stick",
            paramLabel = "DIR",
            description = "The publisher's directory. Default: DATA/sticks/publisher.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public PublishOsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        SystemParts parts = parts();
        Publisher publisher =
                new Publisher(
                        directory == null
                                ? connection.data().sticks().resolve(Publisher.NAME)
                                : directory.toAbsolutePath().normalize());
        publisher.prepare(connection);
        publisher.layOut(parts);
        KeptReport kept =
                KeptReport.of(
                        publisher.root(),
                        new Improvement(
                                new ModuleId(Publisher.NAME),
                                SystemFiles.COMPONENT,
                                type,
                                description,
                                List.of(),
                                features,
                                List.of()));
        Delivery delivery = Delivery.attempt(publisher.root(), kept.id());
        ReportOutcome outcome =
                new ReportOutcome(new ModuleId(Publisher.NAME), publisher.root(), kept, delivery);
        return outcome.tell(environment, json);
    }

    private SystemParts parts() throws IOException {
        try {
            return switch (BuiltImage.in(folder)) {
                case BuiltImage.Whole whole -> SystemParts.of(whole);
                case BuiltImage.Unusable unusable ->
                        throw new CliException(
                                "%s is no image that can be published: %s"
                                        .formatted(unusable.folder(), unusable.reason()));
            };
        } catch (ImageException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }
}
