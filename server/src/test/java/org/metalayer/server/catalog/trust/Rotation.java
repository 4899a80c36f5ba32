package org.metalayer.server.catalog.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.RoleKeys;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.TufKey;

/** What the keepers of root and targets sign when a key of the Main System is replaced. */
record Rotation(TrustState before, Instant now) {

    /** What lets this key alone sign for a role. */
    TrustDocument to(TufKey key, TrustRole role) {
        return switch (role) {
            case SNAPSHOT, TIMESTAMP ->
                    new TrustDocument(
                            "root",
                            SignedMetadata.unsigned(root(key, role))
                                    .signedWith(Keeper.key("root"))
                                    .raw());
            default ->
                    new TrustDocument(
                            "targets",
                            SignedMetadata.unsigned(targets(key, role))
                                    .signedWith(Keeper.key("targets"))
                                    .raw());
        };
    }

    private Root root(TufKey key, TrustRole role) {
        Root root = before.root().signed();
        Map<String, RoleKeys> roles = new HashMap<>(root.roles());
        roles.put(role.wire(), only(key));
        return new Root(
                root.version() + 1,
                now.plus(Duration.ofDays(365)),
                true,
                with(key, root.keys()),
                roles);
    }

    private Targets targets(TufKey key, TrustRole role) {
        Targets targets = before.list(TrustRole.TARGETS).signed();
        List<DelegatedRole> roles =
                targets.delegations().roles().stream()
                        .map(each ->
                                each.name().equals(role.roleName())
                                        ? new DelegatedRole(
                                                each.name(),
                                                only(key),
                                                each.scope(),
                                                each.terminating())
                                        : each)
                        .toList();
        return new Targets(
                targets.version() + 1,
                targets.expires(),
                targets.targets(),
                new Delegations(with(key, targets.delegations().keys()), roles));
    }

    private static RoleKeys only(TufKey key) {
        return new RoleKeys(1, List.of(key.keyId()));
    }

    private static Map<String, TufKey> with(TufKey key, Map<String, TufKey> keys) {
        Map<String, TufKey> all = new HashMap<>(keys);
        all.put(key.keyId(), key);
        return all;
    }
}
