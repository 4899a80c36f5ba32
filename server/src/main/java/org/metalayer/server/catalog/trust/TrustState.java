package org.metalayer.server.catalog.trust;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.Timestamp;

/**
 * The newest metadata of every role, as it is published.
 *
 * @param roots all of them, the first one first
 * @param lists every role that lists targets
 */
record TrustState(
        List<SignedMetadata<Root>> roots,
        Map<TrustRole, SignedMetadata<Targets>> lists,
        SignedMetadata<Snapshot> snapshot,
        SignedMetadata<Timestamp> timestamp) {

    TrustState {
        roots = List.copyOf(roots);
        lists = Collections.unmodifiableMap(new EnumMap<>(lists));
        if (!lists.keySet().equals(TrustRole.LISTS)) {
            throw new IllegalArgumentException("every role has metadata, found " + lists.keySet());
        }
    }

    SignedMetadata<Root> root() {
        return roots.getLast();
    }

    SignedMetadata<Targets> list(TrustRole role) {
        return Optional.ofNullable(lists.get(role)).orElseThrow();
    }

    /** Of the root that sticks pin. */
    Sha256 firstRoot() {
        return Sha256.of(roots.getFirst().raw());
    }

    /** Who signs for a role, as its delegator says. */
    Authority authority(TrustRole role) {
        return authority(role, root().signed(), list(TrustRole.TARGETS).signed().delegations());
    }

    static Authority authority(TrustRole role, Root root, Delegations delegations) {
        return switch (role) {
            case ROOT, TARGETS, SNAPSHOT, TIMESTAMP -> root.authority(role.roleName());
            case DIRECTOR, CONTENT, CODE, AGENT, OS ->
                    delegations.authority(delegation(role, delegations));
        };
    }

    SignedMetadata<? extends Metadata> of(TrustRole role) {
        return switch (role) {
            case ROOT -> root();
            case SNAPSHOT -> snapshot;
            case TIMESTAMP -> timestamp;
            case TARGETS, DIRECTOR, CONTENT, CODE, AGENT, OS -> list(role);
        };
    }

    private static DelegatedRole delegation(TrustRole role, Delegations delegations) {
        return delegations.roles().stream()
                .filter(each -> each.name().equals(role.roleName()))
                .findFirst()
                .orElseThrow(() ->
                        TrustProblems.REFUSED.because(
                                "targets no longer delegates to %s: this Main System needs that role"
                                        .formatted(role.wire())));
    }
}
