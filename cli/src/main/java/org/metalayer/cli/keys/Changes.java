package org.metalayer.cli.keys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.TufKey;

/** What a document changes against what is published, a sentence each. */
final class Changes {
    private final List<String> lines = new ArrayList<>();

    private Changes() {}

    static List<String> of(TrustFile document, PublishedTrust current) {
        Changes changes = new Changes();
        if (document.role().equals("root")) {
            changes.root(PublishedTrust.asRoot(document), current.rootContent());
        } else {
            Targets before = current.newest(document.role()).targets();
            changes.targets(before.targets(), document.targets().targets());
            changes.delegations(before.delegations(), document.targets().delegations());
        }
        return changes.lines.isEmpty() ? List.of("nothing but its expiry") : changes.lines;
    }

    private void root(Root next, Root before) {
        Set<String> roles = new TreeSet<>(next.roles().keySet());
        roles.addAll(before.roles().keySet());
        for (String role : roles) {
            role(
                    role,
                    PublishedTrust.authority(role, before, Delegations.NONE),
                    PublishedTrust.authority(role, next, Delegations.NONE));
        }
        if (next.consistentSnapshot() != before.consistentSnapshot()) {
            lines.add("switches consistent snapshots, which this system does not support");
        }
    }

    private void delegations(Delegations before, Delegations next) {
        Set<String> roles = new TreeSet<>();
        before.roles().forEach(role -> roles.add(role.name().value()));
        next.roles().forEach(role -> roles.add(role.name().value()));
        for (String role : roles) {
            role(role, delegated(role, before), delegated(role, next));
        }
        for (String role : roles) {
            Object was = scope(role, before);
            Object is = scope(role, next);
            if (!was.equals(is)) {
                lines.add("%s: may speak of %s instead of %s".formatted(role, is, was));
            }
        }
    }

    private static Object scope(String role, Delegations delegations) {
        return delegations.roles().stream()
                .filter(each -> each.name().value().equals(role))
                .findFirst()
                .<Object>map(each -> each.scope() + (each.terminating() ? "" : ", not only it"))
                .orElse("nothing");
    }

    private static Optional<Authority> delegated(String role, Delegations delegations) {
        return delegations.roles().stream()
                .filter(each -> each.name().value().equals(role))
                .findFirst()
                .map(delegations::authority);
    }

    private void role(String name, Optional<Authority> before, Optional<Authority> next) {
        if (next.isEmpty()) {
            lines.add(name + ": nobody signs for it any more");
            return;
        }
        Authority after = next.get();
        Set<TufKey> old = new HashSet<>(before.map(Authority::keys).orElse(List.of()));
        Set<TufKey> fresh = new HashSet<>(after.keys());
        fresh.stream()
                .filter(key -> !old.contains(key))
                .forEach(key ->
                        lines.add("%s: adds the key %s".formatted(name, KeyNames.brief(key))));
        old.stream()
                .filter(key -> !fresh.contains(key))
                .forEach(key ->
                        lines.add(
                                "%s: no longer trusts the key %s"
                                        .formatted(name, KeyNames.brief(key))));
        String was =
                before.map(it -> "%d of %d".formatted(it.threshold(), it.keys().size()))
                        .orElse("nobody");
        String is = "%d of %d".formatted(after.threshold(), after.keys().size());
        if (!was.equals(is)) {
            lines.add("%s: %s have to sign instead of %s".formatted(name, is, was));
        }
    }

    private void targets(Map<String, TargetFile> before, Map<String, TargetFile> next) {
        next.forEach((path, file) -> {
            if (!Objects.equals(before.get(path), file)) {
                lines.add("sticks may install " + named(path, file));
            }
        });
        before.forEach((path, file) -> {
            if (!next.containsKey(path)) {
                lines.add("sticks may no longer install " + named(path, file));
            }
        });
    }

    private static String named(String path, TargetFile file) {
        try {
            ReleaseTarget release = ReleaseTarget.read(file.custom());
            return "%s %d (release %s)"
                    .formatted(release.component().value(), release.version(), release.releaseId());
        } catch (MalformedDocumentException notARelease) {
            return path;
        }
    }
}
