package org.metalayer.image.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.DebianPackage;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** The list of packages that mkosi writes beside an image. */
final class MkosiManifest {

    private MkosiManifest() {}

    /**
     * Reads it.
     *
     * @throws ImageException when it is not as mkosi 25 writes it
     */
    static List<DebianPackage> packages(Path file) throws IOException {
        try {
            return Json.parseObject(Files.readAllBytes(file))
                    .objects("packages", MkosiManifest::each);
        } catch (MalformedDocumentException e) {
            throw new ImageException(
                    "%s is no manifest of mkosi: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static DebianPackage each(JsonObject json) {
        if (!json.string("type").equals("deb")) {
            throw new MalformedDocumentException(
                    "a package is of Debian, not " + json.string("type"));
        }
        return new DebianPackage(
                json.string("name"), json.string("version"), json.string("architecture"));
    }
}
