package org.metalayer.cli.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.RoleKeys;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.TufKey;

/**
 * Makes the next root and targets out of those that are published, with other keys. A change on top
 * of one that was prepared already takes it in; signatures have to be given anew.
 */
final class Preparation {
    private final Instant now;
    private SigningFile file;

    Preparation(SigningFile file, Instant now) {
        this.file = file;
        this.now = now;
    }

    SigningFile file() {
        return file;
    }

    /** Gives a role other keys, or another threshold. */
    void change(String role, KeyChange change) {
        if (isTopLevel(role)) {
            changeRoot(role, change);
        } else {
            changeDelegation(role, change);
        }
    }

    /** The same content for as long again. */
    void renew(String document, Duration life) {
        if (document.equals("root")) {
            Root root = root();
            put(nextRoot(root, root.keys(), root.roles(), now.plus(life)));
        } else if (document.equals("targets")) {
            put(nextTargets(targets().delegations(), now.plus(life)));
        } else {
            throw new CliException("root and targets are renewed here; others ask by themselves");
        }
    }

    static boolean isTopLevel(String role) {
        return RoleName.TOP_LEVEL.contains(new RoleName(role));
    }

    private void changeRoot(String role, KeyChange change) {
        Root root = root();
        Authority changed = change.applyTo(root.authority(new RoleName(role)));
        Map<String, RoleKeys> roles = new HashMap<>(root.roles());
        roles.put(role, roleKeys(changed));
        Map<String, TufKey> keys = new HashMap<>(root.keys());
        changed.keys().forEach(key -> keys.put(key.keyId(), key));
        put(nextRoot(root, keys, roles, life(root.expires())));
        if (role.equals("targets")) {
            // What the keys before signed would not count any more.
            put(nextTargets(targets().delegations(), life(targets().expires())));
        }
    }

    private void changeDelegation(String role, KeyChange change) {
        Delegations before = targets().delegations();
        List<DelegatedRole> roles = new ArrayList<>();
        Map<String, TufKey> keys = new HashMap<>(before.keys());
        boolean found = false;
        for (DelegatedRole each : before.roles()) {
            if (each.name().value().equals(role)) {
                Authority changed = change.applyTo(before.authority(each));
                changed.keys().forEach(key -> keys.put(key.keyId(), key));
                roles.add(
                        new DelegatedRole(
                                each.name(), roleKeys(changed), each.scope(), each.terminating()));
                found = true;
            } else {
                roles.add(each);
            }
        }
        if (!found) {
            throw new CliException(
                    "there is no role \"%s\"; ./metalayer keys list shows them".formatted(role));
        }
        put(nextTargets(new Delegations(used(keys, roles), roles), life(targets().expires())));
    }

    private void put(TrustFile document) {
        file = file.with(document);
    }

    /** What was prepared already, else what is published. */
    private Root root() {
        return file.document("root")
                .map(PublishedTrust::asRoot)
                .orElseGet(() -> file.current().rootContent());
    }

    private Targets targets() {
        return file.document("targets").orElseGet(() -> file.current().newest("targets")).targets();
    }

    private TrustFile nextRoot(
            Root root, Map<String, TufKey> keys, Map<String, RoleKeys> roles, Instant expires) {
        Set<String> used = new LinkedHashSet<>();
        roles.values().forEach(each -> used.addAll(each.keyIds()));
        Map<String, TufKey> kept = new HashMap<>(keys);
        kept.keySet().retainAll(used);
        return new TrustFile(
                "root",
                SignedMetadata.unsigned(
                        new Root(
                                file.current().root().version() + 1,
                                expires,
                                root.consistentSnapshot(),
                                kept,
                                roles)));
    }

    private TrustFile nextTargets(Delegations delegations, Instant expires) {
        long next = Math.max(file.current().newest("targets").version() + 1, now.getEpochSecond());
        return new TrustFile(
                "targets",
                SignedMetadata.unsigned(
                        new Targets(next, expires, targets().targets(), delegations)));
    }

    /** A change renews as well, but never shortens. */
    private Instant life(Instant present) {
        Instant year = now.plus(Duration.ofDays(365));
        return present.isAfter(year) ? present : year;
    }

    private static Map<String, TufKey> used(Map<String, TufKey> keys, List<DelegatedRole> roles) {
        Map<String, TufKey> used = new HashMap<>(keys);
        Set<String> ids = new LinkedHashSet<>();
        roles.forEach(role -> ids.addAll(role.keys().keyIds()));
        used.keySet().retainAll(ids);
        return used;
    }

    private static RoleKeys roleKeys(Authority authority) {
        return new RoleKeys(
                authority.threshold(), authority.keys().stream().map(TufKey::keyId).toList());
    }
}
