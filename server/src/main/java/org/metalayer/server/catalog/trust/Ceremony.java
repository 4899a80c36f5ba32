package org.metalayer.server.catalog.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.protocol.tuf.repository.MetadataWriter;
import org.metalayer.protocol.tuf.repository.RoleDefinition;

/** The first version of every role: nothing is listed yet, and every key is at hand. */
final class Ceremony {

    /** The keys of a first start, by what they are for. */
    record Keys(
            SigningKey root,
            SigningKey targets,
            SigningKey release,
            SigningKey snapshot,
            SigningKey timestamp,
            SigningKey director,
            SigningKey robot) {}

    private final Instant now;
    private final MetadataWriter writer;
    private final Keys keys;

    Ceremony(Keys keys, Instant now) {
        this.keys = keys;
        this.now = now;
        this.writer = new MetadataWriter(now);
    }

    Map<TrustRole, SignedMetadata<? extends Metadata>> all() {
        Map<TrustRole, SignedMetadata<? extends Metadata>> all = new EnumMap<>(TrustRole.class);
        var root =
                writer.root(
                                Optional.empty(),
                                expiry(TrustRole.ROOT),
                                Map.of(
                                        RoleName.ROOT, one(keys.root()),
                                        RoleName.TARGETS, one(keys.targets()),
                                        RoleName.SNAPSHOT, one(keys.snapshot()),
                                        RoleName.TIMESTAMP, one(keys.timestamp())))
                        .signedWith(keys.root());
        var lists = lists();
        Map<RoleName, SignedMetadata<Targets>> named = new HashMap<>();
        lists.forEach((role, list) -> named.put(role.roleName(), list));
        var snapshot =
                writer.snapshot(Optional.empty(), expiry(TrustRole.SNAPSHOT), root, named)
                        .signedWith(keys.snapshot());
        all.put(TrustRole.ROOT, root);
        all.putAll(lists);
        all.put(TrustRole.SNAPSHOT, snapshot);
        all.put(
                TrustRole.TIMESTAMP,
                writer.timestamp(Optional.empty(), expiry(TrustRole.TIMESTAMP), root, snapshot)
                        .signedWith(keys.timestamp()));
        return all;
    }

    private Map<TrustRole, SignedMetadata<Targets>> lists() {
        Map<TrustRole, SignedMetadata<Targets>> lists = new EnumMap<>(TrustRole.class);
        lists.put(
                TrustRole.TARGETS,
                empty(TrustRole.TARGETS, delegations()).signedWith(keys.targets()));
        lists.put(TrustRole.DIRECTOR, empty(TrustRole.DIRECTOR).signedWith(keys.director()));
        lists.put(TrustRole.CONTENT, empty(TrustRole.CONTENT).signedWith(keys.robot()));
        for (TrustRole both : TrustRole.SIGNED_BY_BOTH) {
            lists.put(both, empty(both).signedWith(keys.robot()).signedWith(keys.release()));
        }
        return lists;
    }

    private Delegations delegations() {
        List<RoleDefinition.Delegation> delegations = new ArrayList<>();
        delegations.add(
                one(keys.director())
                        .delegation(Director.ROLE.value(), List.of(Director.PATH_PATTERN), true));
        for (ReleaseRole role : ReleaseRole.values()) {
            RoleDefinition signers =
                    role.needsPerson()
                            ? new RoleDefinition(2, List.of(key(keys.robot()), key(keys.release())))
                            : one(keys.robot());
            delegations.add(signers.delegation(role.wire(), List.of(role.pathPattern()), true));
        }
        return RoleDefinition.delegations(delegations);
    }

    private SignedMetadata<Targets> empty(TrustRole role) {
        return empty(role, Delegations.NONE);
    }

    private SignedMetadata<Targets> empty(TrustRole role, Delegations delegations) {
        return writer.targets(Optional.empty(), expiry(role), Map.of(), delegations);
    }

    private Instant expiry(TrustRole role) {
        return now.plus(role.lifetime());
    }

    private static RoleDefinition one(SigningKey key) {
        return new RoleDefinition(1, List.of(key(key)));
    }

    private static TufKey key(SigningKey key) {
        return TufKey.of(key.publicKey());
    }
}
