package org.metalayer.cli.keys;

import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;

/**
 * What is published, as far as a signing file tells.
 *
 * @param files every root, the first one first, and the newest of every other role
 */
record PublishedTrust(List<TrustFile> files) {

    PublishedTrust {
        files = List.copyOf(files);
    }

    TrustFile root() {
        return newest("root");
    }

    Root rootContent() {
        return asRoot(root());
    }

    TrustFile newest(String role) {
        return find(role)
                .orElseThrow(() ->
                        new MalformedDocumentException(
                                "the published metadata of %s is missing".formatted(role)));
    }

    Optional<TrustFile> find(String role) {
        return files.stream()
                .filter(each -> each.role().equals(role))
                .reduce((earlier, later) -> later);
    }

    static Root asRoot(TrustFile file) {
        if (file.metadata().signed() instanceof Root root) {
            return root;
        }
        throw new MalformedDocumentException("a root is expected");
    }

    /** Who signs for a role, as these delegators say. */
    static Optional<Authority> authority(String role, Root root, Delegations delegations) {
        if (RoleName.TOP_LEVEL.contains(new RoleName(role))) {
            return Optional.of(root.authority(new RoleName(role)));
        }
        return delegations.roles().stream()
                .filter(each -> each.name().value().equals(role))
                .findFirst()
                .map(delegations::authority);
    }
}
