package org.metalayer.protocol.tuf.repository;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.PathScope;
import org.metalayer.protocol.tuf.model.RoleKeys;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.TufKey;

/**
 * Which keys are to sign for a role, and how many of them.
 *
 * <p>A threshold that is below 1 or cannot be met, and a key that stands twice, are refused.
 */
public record RoleDefinition(int threshold, List<TufKey> keys) {
    public RoleDefinition {
        keys = List.copyOf(keys);
        if (threshold > keys.size()) {
            throw new MalformedDocumentException(
                    "%d signatures are asked of %d keys".formatted(threshold, keys.size()));
        }
        if (keys.stream().map(TufKey::publicHalf).distinct().count() != keys.size()) {
            throw new MalformedDocumentException("one key is to sign twice for the same role");
        }
        roleKeys(threshold, keys);
    }

    RoleKeys roleKeys() {
        return roleKeys(threshold, keys);
    }

    private static RoleKeys roleKeys(int threshold, List<TufKey> keys) {
        return new RoleKeys(threshold, keys.stream().map(TufKey::keyId).toList());
    }

    /** A delegation to this role, with its keys to be put into {@link #delegations}. */
    public Delegation delegation(String name, List<String> paths, boolean terminating) {
        return new Delegation(
                new DelegatedRole(
                        RoleName.delegated(name),
                        roleKeys(),
                        new PathScope.Patterns(paths),
                        terminating),
                keys);
    }

    /** Delegations, the most trusted first. */
    public static Delegations delegations(List<Delegation> delegations) {
        return new Delegations(
                byId(delegations.stream().flatMap(one -> one.keys().stream()).toList()),
                delegations.stream().map(Delegation::role).toList());
    }

    static Map<String, TufKey> byId(List<TufKey> keys) {
        return keys.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(TufKey::keyId, Function.identity()));
    }

    /** A delegated role and its keys. */
    public record Delegation(DelegatedRole role, List<TufKey> keys) {}
}
