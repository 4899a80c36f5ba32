package org.metalayer.protocol.tuf.client;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.Timestamp;

/**
 * What is trusted in one run of the client workflow (specification 1.0.34 §5): bytes go in, in the
 * order of the workflow, and are refused or trusted. No I/O, no clock. Not for several threads.
 *
 * <p>{@code load…} takes what an earlier run stored: it must be signed, but may have expired,
 * because it still says below which version nothing may come.
 */
public final class TrustedMetadata {
    private final Instant start;
    private SignedMetadata<Root> root;
    private Optional<SignedMetadata<Timestamp>> timestamp = Optional.empty();
    private Optional<SignedMetadata<Snapshot>> snapshot = Optional.empty();
    private final Map<RoleName, SignedMetadata<Targets>> targets = new HashMap<>();

    /**
     * 5.1 and 5.2: fixes the time and starts from a root that is trusted already; it may have
     * expired, but must be signed by itself.
     *
     * @param start the one time against which expiry is checked
     */
    public TrustedMetadata(Instant start, byte[] trustedRoot) {
        this.start = start;
        this.root = Checks.read(RoleName.ROOT, () -> SignedMetadata.root(trustedRoot));
        Checks.signed(root, root.signed().authority(RoleName.ROOT));
    }

    /**
     * 5.3.4 to 5.3.7: the next root.
     *
     * @return whether a timestamp or snapshot key was revoked, so that what is stored of these
     *     roles has to go (5.3.11)
     */
    public boolean updateRoot(byte[] raw) {
        Root old = root.signed();
        SignedMetadata<Root> next = Checks.read(RoleName.ROOT, () -> SignedMetadata.root(raw));
        // 5.3.4: by the threshold of the trusted root, and by its own.
        Checks.signed(next, old.authority(RoleName.ROOT));
        Checks.signed(next, next.signed().authority(RoleName.ROOT));
        // 5.3.5
        Checks.version(RoleName.ROOT, next, Math.addExact(old.version(), 1));
        // 5.3.7
        root = next;
        return revokes(old, RoleName.TIMESTAMP) || revokes(old, RoleName.SNAPSHOT);
    }

    private boolean revokes(Root old, RoleName role) {
        return root.signed().authority(role).revokesAnyOf(old.authority(role));
    }

    /** 5.3.10: the newest root must not have expired. */
    public void finishRoot() {
        Checks.fresh(RoleName.ROOT, root, start);
    }

    /** A stored timestamp, for the rollback checks of the next (5.4.3). */
    public void loadTimestamp(byte[] raw) {
        timestamp = Optional.of(signedTimestamp(raw));
    }

    /**
     * 5.4.2 to 5.4.4: the repository's timestamp. One of the trusted version changes nothing; the
     * trusted one then must not have expired, or replaying it would freeze a client for ever.
     *
     * @return whether it is newer than the trusted one
     */
    public boolean updateTimestamp(byte[] raw) {
        SignedMetadata<Timestamp> next = signedTimestamp(raw);
        if (timestamp.isPresent()) {
            Timestamp old = timestamp.get().signed();
            // 5.4.3.1
            Checks.notBelow(RoleName.TIMESTAMP, next.signed().version(), old.version());
            if (next.signed().version() == old.version()) {
                keepTimestamp();
                return false;
            }
            // 5.4.3.2
            Checks.notBelow(
                    RoleName.SNAPSHOT,
                    next.signed().snapshot().version(),
                    old.snapshot().version());
        }
        // 5.4.4
        Checks.fresh(RoleName.TIMESTAMP, next, start);
        timestamp = Optional.of(next);
        return true;
    }

    /** 5.4.4 for a timestamp that the repository says is unchanged. */
    public void keepTimestamp() {
        Checks.fresh(RoleName.TIMESTAMP, need(timestamp, RoleName.TIMESTAMP), start);
    }

    // 5.4.2
    private SignedMetadata<Timestamp> signedTimestamp(byte[] raw) {
        SignedMetadata<Timestamp> read =
                Checks.read(RoleName.TIMESTAMP, () -> SignedMetadata.timestamp(raw));
        Checks.signed(read, root.signed().authority(RoleName.TIMESTAMP));
        return read;
    }

    /**
     * A stored snapshot, for the rollback check of the next (5.5.5).
     *
     * @return whether it is the one that the timestamp names, so that none has to be fetched
     */
    public boolean loadSnapshot(byte[] raw) {
        SignedMetadata<Snapshot> stored = signedSnapshot(raw);
        snapshot = Optional.of(stored);
        MetaFile meta = snapshotMeta();
        return stored.signed().version() == meta.version()
                && meta.objectionTo(raw).isEmpty()
                && !stored.signed().isExpiredAt(start);
    }

    /** 5.5.2 to 5.5.6: the snapshot that the timestamp names. */
    public void updateSnapshot(byte[] raw) {
        MetaFile meta = snapshotMeta();
        // 5.5.2
        Checks.named(RoleName.SNAPSHOT, meta, raw);
        // 5.5.3
        SignedMetadata<Snapshot> next = signedSnapshot(raw);
        // 5.5.4
        Checks.version(RoleName.SNAPSHOT, next, meta.version());
        // 5.5.5
        snapshot.ifPresent(old -> Checks.noRoleWentBack(old.signed(), next.signed()));
        // 5.5.6
        Checks.fresh(RoleName.SNAPSHOT, next, start);
        snapshot = Optional.of(next);
    }

    // 5.5.3
    private SignedMetadata<Snapshot> signedSnapshot(byte[] raw) {
        SignedMetadata<Snapshot> read =
                Checks.read(RoleName.SNAPSHOT, () -> SignedMetadata.snapshot(raw));
        Checks.signed(read, root.signed().authority(RoleName.SNAPSHOT));
        return read;
    }

    /** 5.6.2 to 5.6.5: a targets role that the snapshot names, as its delegator wants it signed. */
    public Targets updateTargets(Authority delegated, byte[] raw) {
        RoleName role = delegated.role();
        MetaFile meta = targetsMeta(role);
        // 5.6.2
        Checks.named(role, meta, raw);
        // 5.6.3
        SignedMetadata<Targets> next = Checks.read(role, () -> SignedMetadata.targets(raw));
        Checks.signed(next, delegated);
        // 5.6.4
        Checks.version(role, next, meta.version());
        // 5.6.5
        Checks.fresh(role, next, start);
        targets.put(role, next);
        return next.signed();
    }

    /**
     * A role that was trusted earlier in this run, if this delegator's keys signed it too: another
     * delegator's word does not count for this one's paths.
     */
    public Optional<Targets> targets(Authority delegated) {
        Optional<SignedMetadata<Targets>> known =
                Optional.ofNullable(targets.get(delegated.role()));
        known.ifPresent(role -> Checks.signed(role, delegated));
        return known.map(SignedMetadata::signed);
    }

    /** What the snapshot says of a targets role. */
    public MetaFile targetsMeta(RoleName role) {
        return need(snapshot, RoleName.SNAPSHOT)
                .signed()
                .of(role)
                .orElseThrow(() ->
                        new RefusedMetadataException(
                                Refusal.MISSING, "the snapshot does not list the role " + role));
    }

    /** What the timestamp says of the snapshot. */
    public MetaFile snapshotMeta() {
        return need(timestamp, RoleName.TIMESTAMP).signed().snapshot();
    }

    public Root root() {
        return root.signed();
    }

    Optional<SignedMetadata<Timestamp>> timestamp() {
        return timestamp;
    }

    /**
     * Whether one of the top-level roles, or of the others that were loaded, must no longer be
     * trusted at {@code time}, or a top-level role is not there.
     */
    boolean isExpiredAt(Instant time) {
        return isExpired(Optional.of(root), time)
                || isExpired(timestamp, time)
                || isExpired(snapshot, time)
                || !targets.containsKey(RoleName.TARGETS)
                || targets.values().stream().anyMatch(role -> role.signed().isExpiredAt(time));
    }

    private static boolean isExpired(
            Optional<? extends SignedMetadata<? extends Metadata>> role, Instant time) {
        return role.isEmpty() || role.get().signed().isExpiredAt(time);
    }

    private static <T extends Metadata> SignedMetadata<T> need(
            Optional<SignedMetadata<T>> role, RoleName name) {
        return role.orElseThrow(
                () -> new IllegalStateException("the workflow has not come to %s".formatted(name)));
    }
}
