package org.metalayer.agent.content;

import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.agent.files.FileSet;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** Files in the agent's own state files, in the form of the protocol but without its limits. */
public final class FileSetJson {

    private FileSetJson() {}

    public static FileSet read(String name, JsonObject json) {
        SortedMap<RelativePath, FileEntry> files = new TreeMap<>();
        json.objects(name, FileSetJson::readFile).forEach(file -> files.put(file.path(), file));
        return new FileSet(files);
    }

    public static JsonBuilder write(String name, FileSet files, JsonBuilder json) {
        return json.put(name, files.entries(), FileSetJson::writeFile);
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
