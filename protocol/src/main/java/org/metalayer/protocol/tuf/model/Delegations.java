package org.metalayer.protocol.tuf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Whom a targets role trusts, the most trusted first (specification §4.5).
 *
 * @param keys by keyid
 */
public record Delegations(Map<String, TufKey> keys, List<DelegatedRole> roles) {
    /** Nobody. */
    public static final Delegations NONE = new Delegations(Map.of(), List.of());

    public Delegations {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        roles = List.copyOf(roles);
        if (roles.stream().map(DelegatedRole::name).distinct().count() != roles.size()) {
            throw new MalformedDocumentException("one role is delegated to twice");
        }
    }

    static Delegations read(JsonObject json) {
        return new Delegations(
                TufKey.readAll(json.object("keys")), json.objects("roles", DelegatedRole::read));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("keys", Members.write(keys, TufKey::json))
                .put("roles", roles, DelegatedRole::write)
                .build();
    }

    /** Who signs for one of the roles. */
    public Authority authority(DelegatedRole role) {
        return role.keys().resolve(role.name(), keys);
    }
}
