package org.metalayer.protocol.tuf.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.metalayer.protocol.tuf.TestKeys.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.tuf.TestKeys;
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
import org.metalayer.protocol.tuf.repository.MetadataWriter;
import org.metalayer.protocol.tuf.repository.RoleDefinition;

/** A repository in memory, written with the production writer; tests then change what it serves. */
final class TestRepository implements Fetcher {
    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    static final RoleName CODE = RoleName.delegated("code");
    static final RoleName CONTENT = RoleName.delegated("content");

    /** What is served, by name. */
    final Map<String, byte[]> files = new HashMap<>();

    final List<String> requests = new ArrayList<>();
    final Map<RoleName, SignedMetadata<Targets>> roles = new HashMap<>();
    SignedMetadata<Root> root;
    Optional<SignedMetadata<Snapshot>> snapshot = Optional.empty();
    Optional<SignedMetadata<Timestamp>> timestamp = Optional.empty();

    private final MetadataWriter writer = new MetadataWriter(NOW);

    TestRepository() {
        root = writer.root(Optional.empty(), in(365), topLevel("online")).signedWith(key("root"));
        serve(RoleName.ROOT, root);
        targets(delegations("robot"));
        role(CODE, Map.of(), "robot", "human");
        role(CONTENT, Map.of(), "robot");
        publish();
    }

    static Instant in(long days) {
        return NOW.plus(Duration.ofDays(days));
    }

    static Map<RoleName, RoleDefinition> topLevel(String online) {
        return Map.of(
                RoleName.ROOT, definition(1, "root"),
                RoleName.TARGETS, definition(1, "targets"),
                RoleName.SNAPSHOT, definition(1, online),
                RoleName.TIMESTAMP, definition(1, online));
    }

    static RoleDefinition definition(int threshold, String... keys) {
        return new RoleDefinition(threshold, Stream.of(keys).map(TestKeys::publicHalf).toList());
    }

    static Delegations delegations(String robot) {
        return RoleDefinition.delegations(
                List.of(
                        definition(2, robot, "human").delegation("code", List.of("code/*/*"), true),
                        definition(1, robot).delegation("content", List.of("content/*/*"), true)));
    }

    /** The next root, whose snapshot and timestamp are signed by another key. */
    void nextRoot(String online, String... signers) {
        SignedMetadata<Root> next = writer.root(Optional.of(root), in(365), topLevel(online));
        for (String signer : signers) {
            next = next.signedWith(key(signer));
        }
        root = next;
        serve(RoleName.ROOT, root);
    }

    void targets(Delegations delegations) {
        put(
                RoleName.TARGETS,
                writer.targets(
                        Optional.ofNullable(roles.get(RoleName.TARGETS)),
                        in(90),
                        Map.of(),
                        delegations),
                "targets");
    }

    void role(RoleName role, Map<String, String> contents, String... signers) {
        role(role, contents, Delegations.NONE, signers);
    }

    void role(
            RoleName role,
            Map<String, String> contents,
            Delegations delegations,
            String... signers) {
        Map<String, TargetFile> targets = new TreeMap<>();
        contents.forEach((path, text) ->
                targets.put(path, TargetFile.of(text.getBytes(UTF_8), new JsonBuilder().build())));
        put(
                role,
                writer.targets(Optional.ofNullable(roles.get(role)), in(30), targets, delegations),
                signers);
    }

    /** Nothing but the root is left, for roles of another kind. */
    void startAnew() {
        roles.clear();
        snapshot = Optional.empty();
        timestamp = Optional.empty();
    }

    void put(RoleName role, SignedMetadata<Targets> metadata, String... signers) {
        SignedMetadata<Targets> signed = sign(metadata, signers);
        roles.put(role, signed);
        serve(role, signed);
    }

    /** Snapshot and timestamp of what the roles are now. */
    void publish() {
        publish("online");
    }

    void publish(String online) {
        snapshot =
                Optional.of(writer.snapshot(snapshot, in(7), root, roles).signedWith(key(online)));
        serve(RoleName.SNAPSHOT, snapshot.get());
        timestamp =
                Optional.of(
                        writer.timestamp(timestamp, in(1), root, snapshot.get())
                                .signedWith(key(online)));
        serve(RoleName.TIMESTAMP, timestamp.get());
    }

    /** As one who has taken over the online key: any versions, without the writer's checks. */
    void forge(long snapshotVersion, long timestampVersion) {
        Map<String, MetaFile> meta = new TreeMap<>();
        roles.forEach((name, role) -> meta.put(Snapshot.name(name), MetaFile.of(role)));
        forge(new Snapshot(snapshotVersion, in(7), meta), timestampVersion);
    }

    void forge(Snapshot forged, long timestampVersion) {
        var signed = sign(SignedMetadata.unsigned(forged), "online");
        serve(RoleName.SNAPSHOT, signed);
        serve(
                RoleName.TIMESTAMP,
                sign(
                        SignedMetadata.unsigned(
                                new Timestamp(timestampVersion, in(1), MetaFile.of(signed))),
                        "online"));
    }

    static <T extends Metadata> SignedMetadata<T> sign(
            SignedMetadata<T> metadata, String... signers) {
        SignedMetadata<T> signed = metadata;
        for (String signer : signers) {
            signed = signed.signedWith(key(signer));
        }
        return signed;
    }

    void serve(RoleName role, SignedMetadata<?> metadata) {
        files.put(name(role, metadata.signed().version()), metadata.raw());
    }

    static String name(RoleName role, long version) {
        return role.equals(RoleName.TIMESTAMP)
                ? RepositoryFiles.plain(role)
                : RepositoryFiles.versioned(role, version);
    }

    @Override
    public Fetched fetch(String file, long maxLength, Optional<String> knownTag) {
        requests.add(file);
        byte[] content = files.get(file);
        if (content == null) {
            return new Missing();
        }
        String tag = Sha256.of(content).hex();
        return knownTag.filter(tag::equals).isPresent()
                ? new Unchanged()
                : new Found(content, Optional.of(tag));
    }
}
