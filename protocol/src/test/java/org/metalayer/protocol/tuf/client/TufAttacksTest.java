package org.metalayer.protocol.tuf.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.protocol.tuf.TestKeys.key;
import static org.metalayer.protocol.tuf.client.TestRepository.CODE;
import static org.metalayer.protocol.tuf.client.TestRepository.CONTENT;
import static org.metalayer.protocol.tuf.client.TestRepository.NOW;
import static org.metalayer.protocol.tuf.client.TestRepository.in;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.tuf.TestKeys;
import org.metalayer.protocol.tuf.encoding.CanonicalJson;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.Timestamp;

/** The attacks that TUF (§1.5.2) and Uptane name, each tried against a real client. */
class TufAttacksTest extends ClientFixture {
    private static final String PATH = "code/player/1.json";

    @Test
    void arbitraryInstall() {
        // Who has the online and the robot's key, but not the human's.
        var code = Objects.requireNonNull(repository.roles.get(CODE)).signed();
        repository.put(CODE, SignedMetadata.unsigned(code), "robot");
        repository.forge(2, 2);
        refused(() -> find(PATH), Refusal.SIGNATURE);
    }

    @Test
    void arbitraryInstallByAForeignRoot() {
        repository.nextRoot("mallory", "mallory");
        refused(Refusal.SIGNATURE);
    }

    @Test
    void arbitraryInstallByAnotherFirstRoot() {
        RootPin other = RootPin.ofDigest(Sha256.of("another".getBytes(UTF_8)));
        refused(
                () -> new Updater(other, new MetadataStore(directory), repository).refresh(NOW),
                Refusal.NOT_PINNED);
    }

    @Test
    void extraneousDependencies() throws IOException {
        // The robot alone signs for content; what it says of code is nobody's word.
        repository.role(CONTENT, Map.of(PATH, "malware", "content/a/1.json", "fine"), "robot");
        repository.publish();
        assertThat(find(PATH)).isEmpty();
        assertThat(find("content/a/1.json").orElseThrow().role()).isEqualTo(CONTENT);
    }

    @Test
    void fastForward() throws IOException {
        repository.forge(Long.MAX_VALUE, Long.MAX_VALUE);
        refresh();
        // Recovery: the operators replace the key that was taken.
        repository.nextRoot("new online", "root");
        repository.publish("new online");
        assertThat(refresh().find(PATH)).isEmpty();
        assertThat(new MetadataStore(directory).read(RoleName.TIMESTAMP, 9_999))
                .hasValueSatisfying(raw ->
                        assertThat(SignedMetadata.timestamp(raw).signed().version()).isEqualTo(2));
    }

    @Test
    void indefiniteFreeze() throws IOException {
        refresh();
        refusedAt(in(1), Refusal.EXPIRED);
    }

    @Test
    void indefiniteFreezeByReplayingUnchangedMetadata() throws IOException {
        Updater client = client();
        client.refresh(NOW);
        assertThat(client.hasNews(in(1).minusSeconds(1))).isFalse();
        // The server's answer would be 304 for ever: the client asks no longer, it refreshes.
        assertThat(client.hasNews(in(1))).isTrue();
        refused(() -> client.refresh(in(1)), Refusal.EXPIRED);
    }

    @Test
    void indefiniteFreezeOfOneRole() {
        repository.forge(
                new Snapshot(2, NOW, repository.snapshot.orElseThrow().signed().meta()), 2);
        refused(Refusal.EXPIRED);
    }

    @Test
    void indefiniteFreezeByWithholdingNewRoots() throws IOException {
        refresh();
        refusedAt(in(365), Refusal.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"robot", "human"})
    void keyCompromiseBelowTheThreshold(String stolen) {
        var code = Objects.requireNonNull(repository.roles.get(CODE)).signed();
        repository.put(CODE, SignedMetadata.unsigned(code), stolen, "online", "mallory");
        repository.forge(2, 2);
        refused(() -> find(PATH), Refusal.SIGNATURE);
    }

    @Test
    void keyCompromiseEndsWithTheNextRoot() throws IOException {
        refresh();
        repository.nextRoot("new online", "root");
        repository.publish("new online");
        refresh();
        repository.forge(9, 9);
        refused(Refusal.SIGNATURE);
    }

    @Test
    void maliciousMirrorThatServesYesterday() throws IOException {
        Map<String, byte[]> yesterday = Map.copyOf(repository.files);
        repository.publish();
        refresh();
        repository.files.clear();
        repository.files.putAll(yesterday);
        refused(Refusal.ROLLBACK);
    }

    @Test
    void maliciousMirrorThatServesNothing() throws IOException {
        refresh();
        repository.files.clear();
        refused(Refusal.MISSING);
    }

    @Test
    void mixAndMatch() throws IOException {
        repository.role(CODE, Map.of(PATH, "with a hole"), "robot", "human");
        repository.publish();
        byte[] old = Objects.requireNonNull(repository.files.get("2.code.json"));
        repository.role(CODE, Map.of(PATH, "mended one!"), "robot", "human");
        repository.publish();
        repository.files.put("3.code.json", old);
        refused(() -> find(PATH), Refusal.MISMATCH);
    }

    @Test
    void mixAndMatchWithoutDigests() throws IOException {
        repository.role(CODE, Map.of(PATH, "old"), "robot", "human");
        Map<String, MetaFile> meta = new TreeMap<>();
        repository.roles.forEach((name, role) ->
                meta.put(Snapshot.name(name), MetaFile.ofVersion(role.signed().version())));
        repository.forge(new Snapshot(2, in(7), meta), 2);
        repository.files.put(
                "2.code.json", Objects.requireNonNull(repository.files.get("1.code.json")));
        refused(() -> find(PATH), Refusal.VERSION);
    }

    @Test
    void rollbackOfTheTimestamp() throws IOException {
        repository.forge(1, 5);
        refresh();
        repository.forge(1, 4);
        refused(Refusal.ROLLBACK);
    }

    @Test
    void rollbackOfTheSnapshot() throws IOException {
        repository.forge(5, 2);
        refresh();
        repository.forge(4, 3);
        refused(Refusal.ROLLBACK);
    }

    @Test
    void rollbackOfARole() throws IOException {
        var old = Objects.requireNonNull(repository.roles.get(CODE));
        repository.role(CODE, Map.of(PATH, "mended"), "robot", "human");
        repository.publish();
        refresh();
        repository.roles.put(CODE, old);
        repository.forge(3, 3);
        refused(Refusal.ROLLBACK);
    }

    @Test
    void partialBundle() throws IOException {
        refresh();
        Map<String, MetaFile> meta =
                new TreeMap<>(repository.snapshot.orElseThrow().signed().meta());
        meta.remove("code.json");
        repository.forge(new Snapshot(2, in(7), meta), 2);
        refused(Refusal.ROLLBACK);
    }

    @Test
    void partialBundleForAClientThatSawNoOther() {
        Map<String, MetaFile> meta =
                new TreeMap<>(repository.snapshot.orElseThrow().signed().meta());
        meta.remove("code.json");
        repository.forge(new Snapshot(2, in(7), meta), 2);
        refused(() -> find(PATH), Refusal.MISSING);
    }

    @Test
    void wrongSoftware() throws IOException {
        repository.role(
                CODE, Map.of(PATH, "player", "code/maps/1.json", "other"), "robot", "human");
        repository.publish();
        FoundTarget player = find(PATH).orElseThrow();
        var other = new ByteArrayInputStream("other!".getBytes(UTF_8));
        refused(
                () -> new VerifyingInputStream(other, player.file()).readAllBytes(),
                Refusal.MISMATCH);
    }

    @Test
    void thresholdZero() {
        resignedRoot(text -> text.replaceAll("\"threshold\":1", "\"threshold\":0"));
        repository.serve(
                RoleName.TIMESTAMP,
                SignedMetadata.unsigned(
                        new Timestamp(2, in(1), MetaFile.of(repository.snapshot.orElseThrow()))));
        refused(Refusal.MALFORMED);
    }

    @Test
    void unsignedMetadata() {
        repository.serve(
                RoleName.TIMESTAMP,
                SignedMetadata.unsigned(repository.timestamp.orElseThrow().signed()));
        refused(Refusal.SIGNATURE);
    }

    @Test
    void oneKeyUnderTwoIds() {
        JsonBuilder twin = new JsonBuilder();
        JsonObject json = TestKeys.publicHalf("root").json();
        json.members().forEach(twin::put);
        JsonObject again = twin.put("comment", "the same key").build();
        String id = Sha256.of(CanonicalJson.encode(again)).hex();
        String entry = "\"keys\":{\"%s\":%s,".formatted(id, new String(Json.write(again), UTF_8));
        resignedRoot(text -> text.replace("\"keys\":{", entry));
        refused(Refusal.MALFORMED);
    }

    @Test
    void duplicateJsonKeys() {
        resignedRoot(text -> text.replace("\"version\":2", "\"version\":2,\"version\":9"));
        refused(Refusal.MALFORMED);
    }

    @Test
    void deepNesting() {
        repository.files.put("2.root.json", "[".repeat(100_000).getBytes(UTF_8));
        refused(Refusal.MALFORMED);
        repository.files.put(
                "2.root.json",
                ("{\"signed\":" + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_001))
                        .getBytes(UTF_8));
        refused(Refusal.MALFORMED);
    }

    /**
     * Serves a second root with this change, signed by the true root key as if its owner had been
     * fooled.
     */
    private void resignedRoot(UnaryOperator<String> change) {
        repository.nextRoot("online", "root");
        String text = new String(repository.root.raw(), UTF_8);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        JsonObject tree;
        try {
            tree = Json.parseObject(changed.getBytes(UTF_8)).object("signed");
        } catch (MalformedDocumentException e) {
            repository.files.put("2.root.json", changed.getBytes(UTF_8));
            return;
        }
        byte[] signature = key("root").sign(CanonicalJson.encode(tree));
        String old = repository.root.signatures().getFirst().hex();
        String fresh = HexFormat.of().formatHex(signature);
        repository.files.put("2.root.json", changed.replace(old, fresh).getBytes(UTF_8));
    }
}
