package org.metalayer.protocol.message;

import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** One file as documents list it (docs/protocol.md §6). */
public final class FileEntryJson {
    private FileEntryJson() {}

    /**
     * Reads one.
     *
     * @throws org.metalayer.protocol.MalformedDocumentException where a member breaks its rules
     */
    public static FileEntry read(JsonObject json) {
        return new FileEntry(
                new RelativePath(json.string("path")),
                json.integer("size"),
                FileMode.parse(json.string("mode")),
                new Sha256(json.string("sha256")));
    }

    /** The same as it is written. */
    public static JsonObject write(FileEntry file) {
        return new JsonBuilder()
                .put("path", file.path().value())
                .put("size", file.size())
                .put("mode", file.mode().octal())
                .put("sha256", file.sha256().hex())
                .build();
    }
}
