package org.metalayer.server.evaluation.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.health.ComponentFiles;

/** Some files of a component, with all that lies inside of them. */
public record Contents(List<FileEntry> entries, ComponentFiles files) {

    public Contents {
        entries = List.copyOf(entries);
    }

    /** Shows every part, each archive before what is in it, and returns what could not be shown. */
    public List<Objection> walk(PartVisitor visitor) throws IOException {
        List<Objection> objections = new ArrayList<>();
        for (FileEntry entry : entries) {
            objections.addAll(new Unpacker(entry.size(), visitor).unpack(part(entry)));
        }
        return objections;
    }

    private Part part(FileEntry entry) throws IOException {
        try (InputStream in = files.open(entry.path())) {
            return new Part(
                    entry.path().value(),
                    entry.size(),
                    in.readNBytes(FileKind.HEAD),
                    0,
                    () -> files.open(entry.path()));
        }
    }
}
