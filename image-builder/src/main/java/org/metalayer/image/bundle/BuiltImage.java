package org.metalayer.image.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.image.base.ImageException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;

/** A folder with an image and the documents about it. */
public sealed interface BuiltImage {

    /** The name of the manifest in it. */
    String MANIFEST = "manifest.json";

    /** What else lies in it. */
    String SBOM = "sbom.cdx.json";

    String CHECKSUMS = "SHA256SUMS";

    Path folder();

    /** It can be flashed. */
    record Whole(Path folder, Manifest manifest) implements BuiltImage {

        public Path image() {
            return folder.resolve(manifest.file());
        }
    }

    /** It cannot, for a reason. */
    record Unusable(Path folder, String reason) implements BuiltImage {}

    /** What lies in a folder that has a manifest. */
    static BuiltImage in(Path folder) {
        try {
            Whole whole = new Whole(folder, manifest(folder.resolve(MANIFEST)));
            if (!Files.isRegularFile(whole.image())) {
                return new Unusable(folder, "%s is missing".formatted(whole.manifest().file()));
            }
            long size = Files.size(whole.image());
            return size == whole.manifest().size()
                    ? whole
                    : new Unusable(
                            folder,
                            "%s has %s bytes and was built with %s"
                                    .formatted(
                                            whole.manifest().file(),
                                            size,
                                            whole.manifest().size()));
        } catch (ImageException | IOException e) {
            return new Unusable(folder, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws ImageException when it is damaged
     */
    static Manifest manifest(Path file) throws IOException {
        try {
            return Manifest.read(Json.parseObject(Files.readAllBytes(file)));
        } catch (MalformedDocumentException e) {
            throw new ImageException("%s is damaged: %s".formatted(file, e.getMessage()), e);
        }
    }
}
