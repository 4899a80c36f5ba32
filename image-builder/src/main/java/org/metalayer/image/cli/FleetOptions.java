package org.metalayer.image.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.fleet.FirstRoot;
import org.metalayer.image.fleet.Fleet;
import org.metalayer.image.fleet.FleetSettings;
import picocli.CommandLine.Option;

/** The fleet that a stick is made for; all of it or none. */
final class FleetOptions {

    @Option(
            names = "--server",
            required = true,
            paramLabel = "URL",
            description = "Address of the Main System. Without it the image's own settings stay.")
    private URI server;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = "The fleet's first root, 1.root.json, got from somebody you trust.")
    private Path trust;

    @Option(
            names = "--enrolment-code",
            paramLabel = "CODE",
            description = "Accepts the stick at once. Make one with `./metalayer codes create`.")
    private @Nullable String enrolmentCode;

    Fleet fleet() throws IOException {
        return new Fleet(
                new FleetSettings(server, Optional.ofNullable(enrolmentCode)), FirstRoot.in(trust));
    }
}
