package org.metalayer.protocol.message;

import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** The {@code files} member of reports and releases. */
final class Files {
    private Files() {}

    static FileManifest read(JsonObject json) {
        return FileManifest.of(json.objects("files", Files::readFile));
    }

    static JsonBuilder write(JsonBuilder json, FileManifest files) {
        return json.put("files", files.entries(), Files::writeFile);
    }

    private static FileEntry readFile(JsonObject json) {
        return new FileEntry(
                new RelativePath(json.string("path")),
                json.integer("size"),
                FileMode.parse(json.string("mode")),
                new Sha256(json.string("sha256")));
    }

    private static JsonObject writeFile(FileEntry file) {
        return new JsonBuilder()
                .put("path", file.path().value())
                .put("size", file.size())
                .put("mode", file.mode().octal())
                .put("sha256", file.sha256().hex())
                .build();
    }
}
