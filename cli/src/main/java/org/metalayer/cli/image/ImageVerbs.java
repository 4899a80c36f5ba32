package org.metalayer.cli.image;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.metalayer.cli.platform.Environment;
import org.metalayer.image.cli.ImageCommand;
import org.metalayer.image.cli.Surroundings;
import org.metalayer.image.disk.Disks;
import picocli.CommandLine;

/** {@code image}: the image builder's own verbs, on this computer's disks. */
public final class ImageVerbs {

    private ImageVerbs() {}

    /** The image builder's command, to be added to others. */
    public static CommandLine in(Environment environment) {
        return ImageCommand.commandLine(
                        new Surroundings(
                                environment.installation().home(),
                                Disks.ofThisComputer(),
                                environment.in(),
                                environment.terminal(),
                                environment.clock(),
                                new SecureRandom(),
                                System::nanoTime))
                .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8));
    }
}
