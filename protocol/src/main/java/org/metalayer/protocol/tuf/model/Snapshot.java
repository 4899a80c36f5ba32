package org.metalayer.protocol.tuf.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonObject;

/**
 * Which version of every targets role belongs together (specification §4.4).
 *
 * @param meta by file name as it stands in the metadata: {@code <role>.json}
 */
public record Snapshot(long version, Instant expires, Map<String, MetaFile> meta)
        implements Metadata {
    static final String TYPE = "snapshot";

    public Snapshot {
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
        if (!meta.containsKey(name(RoleName.TARGETS))) {
            throw new MalformedDocumentException("snapshot does not list targets.json");
        }
    }

    static Snapshot read(JsonObject json) {
        Header header = Header.read(json, TYPE);
        return new Snapshot(
                header.version(),
                header.expires(),
                Members.read(json.object("meta"), (_, file) -> MetaFile.read(file)));
    }

    @Override
    public JsonObject write() {
        return Header.write(TYPE, this).put("meta", Members.write(meta, MetaFile::write)).build();
    }

    /** What it says of a role, if it lists it. */
    public Optional<MetaFile> of(RoleName role) {
        return Optional.ofNullable(meta.get(name(role)));
    }

    /** How the role's file is called inside of metadata. */
    public static String name(RoleName role) {
        return role.value() + ".json";
    }
}
