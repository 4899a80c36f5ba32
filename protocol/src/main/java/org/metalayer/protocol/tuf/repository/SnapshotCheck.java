package org.metalayer.protocol.tuf.repository;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.Targets;

/**
 * Walks the delegations as a client may. Every role must be there, and what is new must be properly
 * signed; what was published before may stay, so that a revoked key or an expired role holds up
 * nobody else's publication.
 */
final class SnapshotCheck {
    private final Optional<Snapshot> previous;
    private final Map<RoleName, SignedMetadata<Targets>> roles;
    private final Set<RoleName> visited = new HashSet<>();

    SnapshotCheck(Optional<Snapshot> previous, Map<RoleName, SignedMetadata<Targets>> roles) {
        this.previous = previous;
        this.roles = roles;
    }

    void check(Root root) {
        visit(root.authority(RoleName.TARGETS));
        for (RoleName role : roles.keySet()) {
            if (!visited.contains(role)) {
                throw new MalformedDocumentException("nobody delegates to the role " + role);
            }
        }
    }

    private void visit(Authority authority) {
        RoleName name = authority.role();
        @Nullable SignedMetadata<Targets> role = roles.get(name);
        if (role == null) {
            throw new MalformedDocumentException(
                    "the role %s is delegated to, but has no metadata".formatted(name));
        }
        if (!isPublished(name, role)) {
            requireSigned(role, authority);
        }
        if (visited.add(name)) {
            for (DelegatedRole delegated : role.signed().delegations().roles()) {
                visit(role.signed().delegations().authority(delegated));
            }
        }
    }

    private boolean isPublished(RoleName name, SignedMetadata<Targets> role) {
        return previous.flatMap(old -> old.of(name)).filter(MetaFile.of(role)::equals).isPresent();
    }

    static void requireSigned(SignedMetadata<?> metadata, Authority authority) {
        int valid = metadata.signers(authority).size();
        if (valid < authority.threshold()) {
            throw new MalformedDocumentException(
                    "the metadata of %s has %d of the %d signatures it needs"
                            .formatted(authority.role(), valid, authority.threshold()));
        }
    }
}
