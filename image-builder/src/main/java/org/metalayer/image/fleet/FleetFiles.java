package org.metalayer.image.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.layout.Esp;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;

/** Where the settings of a fleet lie: the folder {@code metalayer} of the EFI partition. */
public final class FleetFiles {

    private static final String FOLDER = "metalayer";
    private static final String SETTINGS = FOLDER + "/fleet.json";
    private static final String ROOT = FOLDER + "/1.root.json";

    private final Esp esp;

    public FleetFiles(Esp esp) {
        this.esp = esp;
    }

    /** Writes the settings over those of before, and reads them back. */
    public void write(Fleet fleet) throws IOException {
        esp.createFolder(FOLDER);
        writeAndRead(
                SETTINGS,
                (Json.pretty(fleet.settings().write()) + "\n").getBytes(StandardCharsets.UTF_8));
        writeAndRead(ROOT, fleet.root().bytes());
    }

    /**
     * The settings, checked as when they were written; empty when there are none.
     *
     * @throws ImageException when they are damaged or incomplete
     */
    public Optional<Fleet> read() throws IOException {
        Optional<byte[]> settings = esp.read(SETTINGS);
        Optional<byte[]> root = esp.read(ROOT);
        if (settings.isEmpty() && root.isEmpty()) {
            return Optional.empty();
        }
        if (settings.isEmpty() || root.isEmpty()) {
            throw new ImageException(
                    "the EFI partition has only one of %s and %s: flash with --server and --trust"
                            .formatted(SETTINGS, ROOT));
        }
        try {
            return Optional.of(
                    new Fleet(
                            FleetSettings.read(Json.parseObject(settings.get())),
                            FirstRoot.of(root.get())));
        } catch (MalformedDocumentException e) {
            throw new ImageException(
                    "the settings of the fleet on the EFI partition are damaged: " + e.getMessage(),
                    e);
        }
    }

    private void writeAndRead(String path, byte[] content) throws IOException {
        esp.write(path, content);
        if (!esp.read(path).filter(read -> Arrays.equals(read, content)).isPresent()) {
            throw new ImageException(
                    "%s was written to the EFI partition and reads differently".formatted(path));
        }
    }
}
