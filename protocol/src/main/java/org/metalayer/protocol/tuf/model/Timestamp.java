package org.metalayer.protocol.tuf.model;

import java.time.Instant;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** Which snapshot is the newest (specification §4.6). */
public record Timestamp(long version, Instant expires, MetaFile snapshot) implements Metadata {
    static final String TYPE = "timestamp";
    private static final String SNAPSHOT = "snapshot.json";

    static Timestamp read(JsonObject json) {
        Header header = Header.read(json, TYPE);
        JsonObject meta = json.object("meta");
        if (meta.members().size() != 1) {
            throw new MalformedDocumentException(
                    "timestamp describes the snapshot and nothing else");
        }
        return new Timestamp(
                header.version(), header.expires(), MetaFile.read(meta.object(SNAPSHOT)));
    }

    @Override
    public JsonObject write() {
        return Header.write(TYPE, this)
                .put("meta", new JsonBuilder().put(SNAPSHOT, snapshot.write()).build())
                .build();
    }
}
