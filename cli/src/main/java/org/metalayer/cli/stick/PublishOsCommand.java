package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.release.SystemParts;
import org.metalayer.image.release.SystemRelease;
import org.metalayer.protocol.system.SystemFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Mixin private PublishOptions options;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The image's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "DESCRIPTION", description = "What is better now.")
    private String description;

    public PublishOsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        SystemParts parts = parts();
        return options.publish(
                environment,
                connection,
                SystemFiles.COMPONENT, description,
                place -> new SystemRelease(parts).layOut(place));
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
