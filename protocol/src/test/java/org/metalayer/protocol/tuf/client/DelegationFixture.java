package org.metalayer.protocol.tuf.client;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.PathScope;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.repository.RoleDefinition;
import org.metalayer.protocol.tuf.repository.RoleDefinition.Delegation;

/** A repository of roles that delegate to one another, each signed by the key of its name. */
abstract class DelegationFixture extends ClientFixture {
    static final String PATH = "shelf/box/file";
    static final String SHELF = "shelf/*/*";

    @BeforeEach
    void noRoles() {
        repository.startAnew();
    }

    void delegates(String role, Delegation... delegations) {
        role(role, Map.of(), List.of(delegations));
    }

    /** A role that has the target itself. */
    void holds(String role, Delegation... delegations) {
        role(role, Map.of(PATH, "from " + role), List.of(delegations));
    }

    private void role(String role, Map<String, String> contents, List<Delegation> delegations) {
        var all = RoleDefinition.delegations(delegations);
        repository.role(new RoleName(role), contents, all, role);
    }

    static Delegation to(String role) {
        return delegation(role, role, SHELF);
    }

    static Delegation terminating(Delegation delegation) {
        return scoped(delegation, delegation.role().scope(), true);
    }

    static Delegation hashed(String role, String... prefixes) {
        return scoped(to(role), new PathScope.HashPrefixes(List.of(prefixes)), false);
    }

    static Delegation delegation(String role, String key, String paths) {
        return TestRepository.definition(1, key).delegation(role, List.of(paths), false);
    }

    private static Delegation scoped(Delegation old, PathScope scope, boolean terminating) {
        DelegatedRole role = old.role();
        return new Delegation(
                new DelegatedRole(role.name(), role.keys(), scope, terminating), old.keys());
    }

    /** Which role speaks of the target, for a client. */
    Optional<String> holder() throws IOException {
        return find(PATH).map(found -> found.role().value());
    }

    /** The roles that were fetched, in this order. */
    String asked() {
        return repository.requests.stream()
                .filter(file -> !file.matches("(2\\.root|timestamp|\\d+\\.snapshot)\\.json"))
                .map(file -> file.replaceAll("^\\d+\\.|\\.json$", ""))
                .collect(joining(" "));
    }
}
