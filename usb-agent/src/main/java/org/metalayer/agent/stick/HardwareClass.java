package org.metalayer.agent.stick;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.files.SmallFile;

/** What a release's hardware classes are compared with. */
public final class HardwareClass {

    /** Such as {@code linux-amd64}. */
    public static final String OF_THIS_COMPUTER =
            "linux-" + System.getProperty("os.arch", "unknown");

    /** Where an image says of what kind it is, such as {@code metalayer-console-amd64}. */
    private static final Path IMAGE = Path.of("/usr/share/metalayer/hardware-class");

    private static final int MAX_LENGTH = 64;

    private HardwareClass() {}

    /** The closest one: that of the image that was booted, or else of the computer. */
    public static String closest() {
        return image(IMAGE).orElse(OF_THIS_COMPUTER);
    }

    /**
     * Whether something for these runs here.
     *
     * @param classes empty for any
     */
    public static boolean fits(List<String> classes) {
        return classes.isEmpty() || classes.contains(closest());
    }

    static Optional<String> image(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            String text =
                    new String(SmallFile.read(file, MAX_LENGTH), StandardCharsets.UTF_8).strip();
            return Optional.of(text).filter(it -> !it.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
