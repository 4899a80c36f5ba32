package org.metalayer.agent.simulator;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.SignedTime;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.trust.PinnedRoot;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.Timestamp;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.protocol.tuf.repository.MetadataWriter;
import org.metalayer.protocol.tuf.repository.RoleDefinition;

/** The repository of trust metadata, with every key in one hand, also for what must not be. */
public final class SimulatedTrust {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Map<RoleName, List<SigningKey>> keys = new HashMap<>();
    private final Map<RoleName, List<SigningKey>> forgers = new HashMap<>();
    private final Map<RoleName, Map<String, TargetFile>> lists = new HashMap<>();
    private final Map<RoleName, Delegations> smuggled = new HashMap<>();
    private final Map<String, byte[]> targets = new HashMap<>();
    private final Map<String, byte[]> metadata = new HashMap<>();
    private final SignedMetadata<Root> first;
    private SignedMetadata<Root> root;
    private List<SigningKey> timekeepers = List.of();
    private UnaryOperator<Map<String, MetaFile>> misnaming = UnaryOperator.identity();
    private long version;

    /** Everything that is served at one moment. */
    public record Published(Map<String, byte[]> metadata, Map<String, byte[]> targets) {}

    SimulatedTrust() {
        RoleName.TOP_LEVEL.forEach(role -> keys.put(role, keys(1)));
        keys.put(Director.ROLE, keys(1));
        for (ReleaseRole role : ReleaseRole.values()) {
            keys.put(role.roleName(), keys(role.needsPerson() ? 2 : 1));
        }
        first = root(Optional.empty());
        root = first;
        put(RoleName.ROOT, root);
    }

    private SignedMetadata<Root> root(Optional<SignedMetadata<Root>> before) {
        Map<RoleName, RoleDefinition> topLevel = new HashMap<>();
        RoleName.TOP_LEVEL.forEach(role -> topLevel.put(role, definition(role)));
        return signed(
                RoleName.ROOT,
                new MetadataWriter(Instant.now())
                        .root(before, Instant.now().plus(Duration.ofDays(365)), topLevel));
    }

    private Delegations delegations() {
        return RoleDefinition.delegations(
                Stream.concat(
                                Stream.of(
                                        definition(Director.ROLE)
                                                .delegation(
                                                        Director.ROLE.value(),
                                                        List.of(Director.PATH_PATTERN),
                                                        true)),
                                Arrays.stream(ReleaseRole.values())
                                        .map(role ->
                                                definition(role.roleName())
                                                        .delegation(
                                                                role.wire(),
                                                                List.of(role.pathPattern()),
                                                                true)))
                        .toList());
    }

    PinnedRoot pin() {
        return new PinnedRoot(Sha256.of(first.raw()));
    }

    /** The bytes of {@code 1.root.json}. */
    byte[] firstRoot() {
        return first.raw();
    }

    /** Takes one role's keys away and names others, all of which have to sign. */
    void replaceKeys(RoleName role, int count) {
        keys.put(role, keys(count));
        nextRoot();
    }

    /** Names one more key, so that all of them have to sign. */
    void addKey(RoleName role) {
        List<SigningKey> more = new ArrayList<>(keys.getOrDefault(role, List.of()));
        more.addAll(keys(1));
        keys.put(role, more);
        nextRoot();
    }

    private void nextRoot() {
        root = root(Optional.of(root));
        put(RoleName.ROOT, root);
    }

    /** Lists a file under a role, from the next publication on. */
    void list(RoleName role, String path, TargetFile file, byte[] bytes) {
        lists.computeIfAbsent(role, first -> new TreeMap<>()).put(path, file);
        targets.put(RepositoryFiles.target(path, file, true), bytes.clone());
    }

    /** Lists a file no more. */
    void unlist(RoleName role, String path) {
        lists.getOrDefault(role, new TreeMap<>()).remove(path);
    }

    /** Has a role delegate its own paths to one of any name, signed by any key. */
    void smuggle(ReleaseRole through, RoleName name, SigningKey key) {
        RoleDefinition thief = new RoleDefinition(1, List.of(TufKey.of(key.publicKey())));
        keys.putIfAbsent(name, List.of(key));
        smuggled.put(
                through.roleName(),
                RoleDefinition.delegations(
                        List.of(
                                thief.delegation(
                                        name.value(), List.of(through.pathPattern()), true))));
        forge(name, key);
    }

    private Delegations delegations(RoleName role) {
        return role.equals(RoleName.TARGETS)
                ? delegations()
                : smuggled.getOrDefault(role, Delegations.NONE);
    }

    /** Has the snapshot say something else of the roles than is so. */
    void misname(UnaryOperator<Map<String, MetaFile>> change) {
        misnaming = change;
    }

    /** Has other keys sign for a role from now on; none has its own sign again. */
    void forge(RoleName role, SigningKey... other) {
        forgers.put(role, List.of(other));
        if (other.length == 0) {
            forgers.remove(role);
        }
    }

    SigningKey keyOf(RoleName role) {
        return keys.getOrDefault(role, List.of()).getFirst();
    }

    /** Signs everything anew. */
    Published publish(Instant now) {
        version++;
        Instant expires = now.plus(LIFETIME);
        Map<String, MetaFile> meta = new TreeMap<>();
        for (RoleName role : keys.keySet()) {
            if (!RoleName.TOP_LEVEL.contains(role) || role.equals(RoleName.TARGETS)) {
                SignedMetadata<Targets> list =
                        signed(
                                role,
                                SignedMetadata.unsigned(
                                        new Targets(
                                                version,
                                                expires,
                                                lists.getOrDefault(role, new TreeMap<>()),
                                                delegations(role))));
                put(role, list);
                meta.put(Snapshot.name(role), MetaFile.of(list));
            }
        }
        SignedMetadata<Snapshot> snapshot =
                signed(
                        RoleName.SNAPSHOT,
                        SignedMetadata.unsigned(
                                new Snapshot(version, expires, misnaming.apply(meta))));
        put(RoleName.SNAPSHOT, snapshot);
        metadata.put(
                RepositoryFiles.plain(RoleName.TIMESTAMP),
                signed(
                                RoleName.TIMESTAMP,
                                SignedMetadata.unsigned(
                                        new Timestamp(version, expires, MetaFile.of(snapshot))))
                        .raw());
        return new Published(Map.copyOf(metadata), Map.copyOf(targets));
    }

    /** Has only these keys say what time it is; with none, those that have to. */
    void timekeepers(List<SigningKey> other) {
        timekeepers = List.copyOf(other);
    }

    /** What time it is, signed. */
    byte[] time(String nonce, Instant now) {
        List<SigningKey> signers =
                timekeepers.isEmpty()
                        ? keys.getOrDefault(RoleName.TIMESTAMP, List.of())
                        : timekeepers;
        return Envelope.sign(
                        PayloadType.TIME,
                        Json.write(new SignedTime(nonce, now).write()),
                        signers.toArray(SigningKey[]::new))
                .encode();
    }

    private void put(RoleName role, SignedMetadata<? extends Metadata> file) {
        metadata.put(RepositoryFiles.versioned(role, file.signed().version()), file.raw());
    }

    private <T extends Metadata> SignedMetadata<T> signed(RoleName role, SignedMetadata<T> file) {
        SignedMetadata<T> result = file;
        for (SigningKey key : forgers.getOrDefault(role, keys.getOrDefault(role, List.of()))) {
            result = result.signedWith(key);
        }
        return result;
    }

    private RoleDefinition definition(RoleName role) {
        List<SigningKey> own = keys.getOrDefault(role, List.of());
        return new RoleDefinition(
                own.size(), own.stream().map(SigningKey::publicKey).map(TufKey::of).toList());
    }

    private static List<SigningKey> keys(int count) {
        return Stream.generate(() -> SigningKey.generate(RANDOM)).limit(count).toList();
    }
}
