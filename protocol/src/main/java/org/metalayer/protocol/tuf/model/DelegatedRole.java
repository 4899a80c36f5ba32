package org.metalayer.protocol.tuf.model;

import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * A role that another one trusts with some of its paths (specification §4.5).
 *
 * @param terminating whether later delegations are not asked for a path that this one covers
 */
public record DelegatedRole(RoleName name, RoleKeys keys, PathScope scope, boolean terminating) {
    static DelegatedRole read(JsonObject json) {
        return new DelegatedRole(
                RoleName.delegated(json.string("name")),
                RoleKeys.read(json),
                PathScope.read(json),
                json.members().containsKey("terminating") && json.bool("terminating"));
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("name", name.value());
        return scope.writeInto(keys.writeInto(json)).put("terminating", terminating).build();
    }
}
