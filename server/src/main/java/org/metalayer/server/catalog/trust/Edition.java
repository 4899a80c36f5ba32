package org.metalayer.server.catalog.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.client.ReadLimits;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.Timestamp;

/**
 * What is about to be published together: metadata that a person brought, what a machine lists
 * anew, and the snapshot and timestamp that bind them.
 */
final class Edition {

    /** One file of it. */
    record Item(TrustRole role, SignedMetadata<? extends Metadata> metadata) {}

    private final TrustState before;
    private final OnlineKeys keys;
    private final Instant now;
    private final List<SignedMetadata<Root>> roots;
    private final Map<TrustRole, SignedMetadata<Targets>> lists;
    private final List<Item> items = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    Edition(TrustState before, OnlineKeys keys, Instant now) {
        this.before = before;
        this.keys = keys;
        this.now = now;
        this.roots = new ArrayList<>(before.roots());
        this.lists = new EnumMap<>(before.lists());
    }

    Instant now() {
        return now;
    }

    /** What is published so far. */
    TrustState before() {
        return before;
    }

    void root(SignedMetadata<Root> root) {
        roots.add(root);
        items.add(new Item(TrustRole.ROOT, root));
    }

    void list(TrustRole role, SignedMetadata<Targets> list) {
        lists.put(role, list);
        items.add(new Item(role, list));
    }

    SignedMetadata<Targets> list(TrustRole role) {
        return Optional.ofNullable(lists.get(role)).orElseThrow();
    }

    Authority authority(TrustRole role) {
        return TrustState.authority(
                role, roots.getLast().signed(), list(TrustRole.TARGETS).signed().delegations());
    }

    /**
     * As much of what a role has to list as sticks can read: all of it, or else what is listed
     * already and still wanted. The newest wait then, but what is withdrawn goes, and what stays is
     * signed anew in time.
     *
     * @param listed by the role, or by what awaits a person's signature for it
     */
    Map<String, TargetFile> readable(
            TrustRole role, Map<String, TargetFile> wanted, Map<String, TargetFile> listed) {
        Optional<String> objection =
                listed.equals(wanted) ? Optional.empty() : objectionTo(role, draft(role, wanted));
        if (objection.isEmpty()) {
            return wanted;
        }
        Map<String, TargetFile> kept = new TreeMap<>(listed);
        kept.entrySet().retainAll(wanted.entrySet());
        troubles.add(full(role, wanted.size(), kept.size(), objection.get()));
        return kept;
    }

    private static String full(TrustRole role, int wanted, int kept, String why) {
        return ("%s is full: sticks could not read what it has to say of %d releases (%s); the"
                    + " newest wait, and the %d that were listed before and are not withdrawn stay"
                    + " in force; halt rollouts whose releases nobody needs")
                .formatted(role.wire(), wanted, why, kept);
    }

    /**
     * The next version of a role, signed by the keys that are here, be they enough or not. There is
     * none where no stick could read it: the role stays as it is, and holds up no other one.
     */
    Optional<SignedMetadata<Targets>> prepare(TrustRole role, Map<String, TargetFile> targets) {
        SignedMetadata<Targets> next = draft(role, targets);
        Optional<String> objection = objectionTo(role, next);
        objection.ifPresent(why ->
                troubles.add(
                        "sticks could not read %s: %s; what it said before stays until it expires"
                                .formatted(role.wire(), why)));
        return objection.isPresent() ? Optional.empty() : Optional.of(next);
    }

    /** Why no stick could read it, also when it has all signatures that may come. */
    private Optional<String> objectionTo(TrustRole role, SignedMetadata<Targets> draft) {
        return ReadLimits.objectionTo(role.roleName(), draft.filledUpFor(authority(role)).raw());
    }

    private SignedMetadata<Targets> draft(TrustRole role, Map<String, TargetFile> targets) {
        return sign(
                role,
                new Targets(
                        next(list(role).signed()),
                        now.plus(role.lifetime()),
                        targets,
                        Delegations.NONE));
    }

    /** Why roles stay as they are that should say something else. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** How many of the keys that may sign for a role are here. */
    int keysFor(TrustRole role) {
        return keys.of(authority(role)).size();
    }

    /**
     * Lists these targets from now on, by the machine's own signature. Whoever changes the keys of
     * a role has to bring the new ones. A lost one of content must not hold up what the director
     * says, such as a halt; without the director's nothing is published.
     */
    void relist(TrustRole role, Map<String, TargetFile> targets) {
        prepare(role, targets)
                .ifPresent(next -> {
                    Authority authority = authority(role);
                    if (role == TrustRole.CONTENT
                            && !next.isSignedBy(authority)
                            && authority.equals(before.authority(role))) {
                        troubles.add(keys.tooFew(role, authority));
                    } else {
                        list(role, requireSigned(role, next));
                    }
                });
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    /** Binds everything by a snapshot and a timestamp, where that is due. */
    TrustState seal() {
        SignedMetadata<Snapshot> snapshot = before.snapshot();
        if (!items.isEmpty() || isDue(TrustRole.SNAPSHOT, snapshot)) {
            snapshot = requireSigned(TrustRole.SNAPSHOT, sign(TrustRole.SNAPSHOT, snapshot()));
            items.add(new Item(TrustRole.SNAPSHOT, snapshot));
        }
        SignedMetadata<Timestamp> timestamp = before.timestamp();
        if (!items.isEmpty() || isDue(TrustRole.TIMESTAMP, timestamp)) {
            TrustRole.NEEDED.forEach(this::requireKeys);
            timestamp =
                    requireSigned(
                            TrustRole.TIMESTAMP,
                            sign(
                                    TrustRole.TIMESTAMP,
                                    new Timestamp(
                                            next(timestamp.signed()),
                                            now.plus(TrustRole.TIMESTAMP.lifetime()),
                                            MetaFile.of(snapshot))));
            items.add(new Item(TrustRole.TIMESTAMP, timestamp));
        }
        return new TrustState(roots, lists, snapshot, timestamp);
    }

    /** Whether a role has to be signed again, whatever it says. */
    boolean isDue(TrustRole role, SignedMetadata<? extends Metadata> current) {
        return role.isDue(current.signed(), now) || !current.isSignedBy(authority(role));
    }

    private Snapshot snapshot() {
        Map<String, MetaFile> meta = new TreeMap<>();
        lists.forEach((role, list) -> meta.put(Snapshot.name(role.roleName()), MetaFile.of(list)));
        return new Snapshot(
                next(before.snapshot().signed()), now.plus(TrustRole.SNAPSHOT.lifetime()), meta);
    }

    /**
     * Never behind the seconds since 1970, so that a Main System that was restored from a backup
     * does not count again what its sticks have seen.
     */
    private long next(Metadata current) {
        return Math.max(current.version() + 1, now.getEpochSecond());
    }

    private <T extends Metadata> SignedMetadata<T> sign(TrustRole role, T content) {
        SignedMetadata<T> signed = SignedMetadata.unsigned(content);
        for (SigningKey key : keys.of(authority(role))) {
            signed = signed.signedWith(key);
        }
        return signed;
    }

    private void requireKeys(TrustRole role) {
        Authority authority = authority(role);
        if (!keys.suffice(authority)) {
            throw TrustProblems.REFUSED.because(keys.tooFew(role, authority));
        }
    }

    private <T extends Metadata> SignedMetadata<T> requireSigned(
            TrustRole role, SignedMetadata<T> signed) {
        Authority authority = authority(role);
        if (!signed.isSignedBy(authority)) {
            throw TrustProblems.REFUSED.because(keys.tooFew(role, authority));
        }
        return signed;
    }
}
