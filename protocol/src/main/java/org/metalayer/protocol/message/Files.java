package org.metalayer.protocol.message;

import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** The {@code files} member of reports and releases. */
final class Files {
    private Files() {}

    static FileManifest read(JsonObject json) {
        return FileManifest.of(json.objects("files", FileEntryJson::read));
    }

    static JsonBuilder write(JsonBuilder json, FileManifest files) {
        return json.put("files", files.entries(), FileEntryJson::write);
    }
}
