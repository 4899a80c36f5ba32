package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.agent.files.SmallFile;

/** What the running system says of itself: os-release(5). */
public final class OsRelease {

    /** The running system's own file. */
    public static final Path FILE = Path.of("/etc/os-release");

    private static final int MAX_BYTES = 64 << 10;
    private static final String VERSION = "IMAGE_VERSION=";

    private OsRelease() {}

    /** The version of the image that runs; empty where this is no image or it does not say. */
    public static Optional<String> imageVersion(Path osRelease) {
        try {
            String text = new String(SmallFile.read(osRelease, MAX_BYTES), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.startsWith(VERSION))
                    .map(line -> unquoted(line.substring(VERSION.length()).strip()))
                    .filter(version -> !version.isEmpty())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String unquoted(String value) {
        boolean quoted =
                value.length() > 1
                        && (value.startsWith("\"") || value.startsWith("'"))
                        && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
