package org.metalayer.image.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.image.base.ImageException;

/**
 * The agent that goes into an image.
 *
 * @param program the native one
 * @param version as it says itself
 */
public record Agent(Path program, String version) {

    private static final Pattern VERSION = Pattern.compile("agent ([0-9][0-9A-Za-z.~-]*)");

    /**
     * Asks a program.
     *
     * @throws ImageException when it is not there, or is no agent
     */
    public static Agent of(Path program) throws IOException {
        if (!Files.isExecutable(program)) {
            throw new ImageException(
                    "%s is missing: make it with ./metalayer build --native".formatted(program));
        }
        Process process =
                new ProcessBuilder(program.toString(), "--version")
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new ImageException(
                    "%s is no agent: it says \"%s\"".formatted(program, said.strip()));
        }
        return new Agent(program, version.group(1));
    }

    /** Lays it out as it shall lie in the image. */
    void placeIn(Path tree) throws IOException {
        Path place = tree.resolve("usr/bin/stick");
        Files.createDirectories(tree.resolve("usr/bin"));
        Files.copy(program, place);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
