package org.metalayer.protocol.tuf.repository;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RoleKeys;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.Timestamp;

/**
 * Makes the next version of each role's metadata (specification §6.3), to be signed. Refuses
 * whatever clients would refuse, so that a mistake shows before it is published.
 */
public final class MetadataWriter {
    private final Instant now;

    /**
     * @param now the time against which expiry is checked
     */
    public MetadataWriter(Instant now) {
        this.now = now;
    }

    /**
     * The next root, with consistent snapshots.
     *
     * @param roles the four top-level roles
     */
    public SignedMetadata<Root> root(
            Optional<SignedMetadata<Root>> previous,
            Instant expires,
            Map<RoleName, RoleDefinition> roles) {
        if (!roles.keySet().equals(Set.copyOf(RoleName.TOP_LEVEL))) {
            throw new MalformedDocumentException(
                    "root defines exactly the roles " + RoleName.TOP_LEVEL);
        }
        Map<String, RoleKeys> keys = new TreeMap<>();
        roles.forEach((name, role) -> keys.put(name.value(), role.roleKeys()));
        return next(
                new Root(
                        after(previous),
                        expires,
                        true,
                        RoleDefinition.byId(
                                roles.values().stream().flatMap(r -> r.keys().stream()).toList()),
                        keys));
    }

    /** The next version of the targets role or of a delegated one. */
    public SignedMetadata<Targets> targets(
            Optional<SignedMetadata<Targets>> previous,
            Instant expires,
            Map<String, TargetFile> targets,
            Delegations delegations) {
        return next(new Targets(after(previous), expires, new TreeMap<>(targets), delegations));
    }

    /**
     * The next snapshot, of exactly these roles; what is new must be signed as its delegators
     * demand.
     *
     * @param roles the targets role and every role that one of them delegates to
     * @throws MalformedDocumentException when a delegated role is missing, a role is not properly
     *     signed or expired, or a role that was listed before is gone or older
     */
    public SignedMetadata<Snapshot> snapshot(
            Optional<SignedMetadata<Snapshot>> previous,
            Instant expires,
            SignedMetadata<Root> root,
            Map<RoleName, SignedMetadata<Targets>> roles) {
        new SnapshotCheck(previous.map(SignedMetadata::signed), roles).check(root.signed());
        Map<String, MetaFile> meta = new TreeMap<>();
        roles.forEach((name, role) -> meta.put(Snapshot.name(name), MetaFile.of(role)));
        previous.ifPresent(old -> refuseRollback(old.signed(), meta));
        return next(new Snapshot(after(previous), expires, meta));
    }

    /** The next timestamp. */
    public SignedMetadata<Timestamp> timestamp(
            Optional<SignedMetadata<Timestamp>> previous,
            Instant expires,
            SignedMetadata<Root> root,
            SignedMetadata<Snapshot> snapshot) {
        SnapshotCheck.requireSigned(snapshot, root.signed().authority(RoleName.SNAPSHOT));
        MetaFile file = MetaFile.of(snapshot);
        if (previous.isPresent() && previous.get().signed().snapshot().version() > file.version()) {
            throw new MalformedDocumentException(
                    "the snapshot has version %d, published is %d already"
                            .formatted(
                                    file.version(), previous.get().signed().snapshot().version()));
        }
        return next(new Timestamp(after(previous), expires, file));
    }

    private static void refuseRollback(Snapshot old, Map<String, MetaFile> meta) {
        old.meta()
                .forEach((name, file) -> {
                    if (!meta.containsKey(name) || meta.get(name).version() < file.version()) {
                        throw new MalformedDocumentException(
                                "%s was published with version %d and must stay, not older"
                                        .formatted(name, file.version()));
                    }
                });
    }

    private static long after(Optional<? extends SignedMetadata<?>> previous) {
        return previous.map(old -> Math.addExact(old.signed().version(), 1)).orElse(1L);
    }

    private <T extends Metadata> SignedMetadata<T> next(T content) {
        if (content.isExpiredAt(now)) {
            throw new MalformedDocumentException(
                    "it would expire on %s, which is past".formatted(content.expires()));
        }
        return SignedMetadata.unsigned(content);
    }
}
