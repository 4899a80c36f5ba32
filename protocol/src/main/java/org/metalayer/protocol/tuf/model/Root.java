package org.metalayer.protocol.tuf.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Which keys sign for the top-level roles (specification §4.3).
 *
 * @param consistentSnapshot whether files are named with their version or digest
 * @param keys by keyid
 * @param roles by name; the four top-level ones at least
 */
public record Root(
        long version,
        Instant expires,
        boolean consistentSnapshot,
        Map<String, TufKey> keys,
        Map<String, RoleKeys> roles)
        implements Metadata {
    static final String TYPE = "root";

    public Root {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        for (RoleName role : RoleName.TOP_LEVEL) {
            if (!roles.containsKey(role.value())) {
                throw new MalformedDocumentException("root names no keys for the role " + role);
            }
        }
    }

    static Root read(JsonObject json) {
        Header header = Header.read(json, TYPE);
        return new Root(
                header.version(),
                header.expires(),
                json.members().containsKey("consistent_snapshot")
                        && json.bool("consistent_snapshot"),
                TufKey.readAll(json.object("keys")),
                Members.read(json.object("roles"), (_, role) -> RoleKeys.read(role)));
    }

    @Override
    public JsonObject write() {
        return Header.write(TYPE, this)
                .put("consistent_snapshot", consistentSnapshot)
                .put("keys", Members.write(keys, TufKey::json))
                .put(
                        "roles",
                        Members.write(roles, role -> role.writeInto(new JsonBuilder()).build()))
                .build();
    }

    /** Who signs for a top-level role. */
    public Authority authority(RoleName role) {
        @Nullable RoleKeys found = roles.get(role.value());
        if (found == null) {
            throw new MalformedDocumentException(
                    "root names no keys for the role " + Texts.shown(role.value()));
        }
        return found.resolve(role, keys);
    }
}
