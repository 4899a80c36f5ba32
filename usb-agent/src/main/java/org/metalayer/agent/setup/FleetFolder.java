package org.metalayer.agent.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;

/**
 * The folder {@code metalayer/} of an image's boot partition, which whoever makes or mounts the
 * stick fills: nothing in it is believed to be well-formed.
 */
public record FleetFolder(Path directory) {

    /** Bytes; an address and a code need a few hundred. */
    private static final int MAX_SETTINGS = 16 << 10;

    /** Where the settings are looked for. */
    public Path settingsFile() {
        return directory.resolve("fleet.json");
    }

    /**
     * The settings; empty where there are none.
     *
     * @throws IOException when they are not what they should be, with the reason
     */
    public Optional<FleetSettings> settings() throws IOException {
        try {
            byte[] json = SmallFile.read(settingsFile(), MAX_SETTINGS);
            return Optional.of(FleetSettings.read(Json.parseObject(json)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedDocumentException e) {
            throw new IOException(
                    "%s cannot be used, put it right: %s".formatted(settingsFile(), e.getMessage()),
                    e);
        }
    }

    /** The fleet's first root, where one came with the image. */
    public Optional<Path> firstRoot() {
        return Optional.of(directory.resolve("1.root.json"))
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }
}
