package org.metalayer.agent.content;

import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** File manifests in the agent's own state files, in the form of the protocol. */
public final class ManifestJson {

    private ManifestJson() {}

    public static FileManifest read(String name, JsonObject json) {
        return FileManifest.of(json.objects(name, ManifestJson::readFile));
    }

    public static JsonBuilder write(String name, FileManifest files, JsonBuilder json) {
        return json.put(name, files.entries(), ManifestJson::writeFile);
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
