package org.metalayer.protocol.tuf.client;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;

/** The targets of one refreshed state, all checked against that refresh's start time. */
public final class TrustedTargets {
    /** Roles that are asked for one target (5.6.7.1). */
    static final int MAX_ROLES = 32;

    private final Root root;
    private final Loader loader;

    TrustedTargets(Root root, Loader loader) {
        this.root = root;
        this.loader = loader;
    }

    /**
     * 5.6.7: looks for a target through the delegations, in pre-order, the most trusted first.
     *
     * @return nothing when nobody with authority speaks of it
     * @throws RefusedMetadataException when a role on the way cannot be trusted: what follows it
     *     must then not be asked instead
     */
    public Optional<FoundTarget> find(String path) throws IOException {
        return new Search(path).in(root.authority(RoleName.TARGETS), root.version()).found();
    }

    /** Where a target lies, relative to the targets URL and encoded for it (5.7.3). */
    public String location(FoundTarget target) {
        try {
            return RepositoryFiles.target(target.path(), target.file(), root.consistentSnapshot());
        } catch (MalformedDocumentException e) {
            throw new RefusedMetadataException(
                    Refusal.MALFORMED, "the target cannot be fetched: " + e.getMessage(), e);
        }
    }

    /** The root of this state. */
    public Root root() {
        return root;
    }

    /** Brings a role's verified metadata. */
    @FunctionalInterface
    interface Loader {
        Targets load(Authority authority) throws IOException;
    }

    /**
     * How far the search of a branch came; {@code ended} by a result or a terminating delegation.
     */
    private record Outcome(Optional<FoundTarget> found, boolean ended) {
        static final Outcome GO_ON = new Outcome(Optional.empty(), false);
        static final Outcome END = new Outcome(Optional.empty(), true);
    }

    private final class Search {
        private final String path;
        private final Set<RoleName> visited = new HashSet<>();

        Search(String path) {
            this.path = path;
        }

        Outcome in(Authority authority, long namedIn) throws IOException {
            if (visited.contains(authority.role())) {
                return Outcome.GO_ON;
            }
            if (visited.size() == MAX_ROLES) {
                return Outcome.END;
            }
            Targets role = loader.load(authority);
            visited.add(authority.role());
            @Nullable TargetFile file = role.targets().get(path);
            if (file != null) {
                return new Outcome(
                        Optional.of(new FoundTarget(path, authority, namedIn, file)), true);
            }
            return delegated(role);
        }

        private Outcome delegated(Targets role) throws IOException {
            for (DelegatedRole delegated : role.delegations().roles()) {
                if (delegated.scope().contains(path)) {
                    Outcome outcome = in(role.delegations().authority(delegated), role.version());
                    if (outcome.ended()) {
                        return outcome;
                    }
                    // 5.6.7.2.1
                    if (delegated.terminating()) {
                        return Outcome.END;
                    }
                }
            }
            return Outcome.GO_ON;
        }
    }
}
