package org.metalayer.protocol.tuf.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Which files may be trusted, and whom else to ask (specification §4.5). Delegated roles have the
 * same form.
 *
 * @param targets by target path
 */
public record Targets(
        long version, Instant expires, Map<String, TargetFile> targets, Delegations delegations)
        implements Metadata {
    static final String TYPE = "targets";

    public Targets {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    static Targets read(JsonObject json) {
        Header header = Header.read(json, TYPE);
        return new Targets(
                header.version(),
                header.expires(),
                Members.read(json.object("targets"), (_, file) -> TargetFile.read(file)),
                json.members().containsKey("delegations")
                        ? Delegations.read(json.object("delegations"))
                        : Delegations.NONE);
    }

    @Override
    public JsonObject write() {
        JsonBuilder json =
                Header.write(TYPE, this).put("targets", Members.write(targets, TargetFile::write));
        if (!delegations.roles().isEmpty()) {
            json.put("delegations", delegations.write());
        }
        return json.build();
    }
}
