package org.metalayer.cli.keys;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.Root;

/** For which roles a key may sign. */
final class RolesOf {

    private RolesOf() {}

    /** The roles of the root first, as published. */
    static List<String> key(String id, SigningFile file) {
        Root root = file.current().rootContent();
        Delegations delegations = file.current().newest("targets").targets().delegations();
        List<String> roles = new ArrayList<>(root.roles().keySet());
        delegations.roles().forEach(role -> roles.add(role.name().value()));
        return roles.stream()
                .filter(role ->
                        PublishedTrust.authority(role, root, delegations)
                                .filter(authority ->
                                        authority.keys().stream()
                                                .anyMatch(key -> KeyChange.isMeant(id, key)))
                                .isPresent())
                .toList();
    }
}
