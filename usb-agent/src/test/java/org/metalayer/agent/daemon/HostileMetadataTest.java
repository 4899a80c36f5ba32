package org.metalayer.agent.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.simulator.SimulatedTrust.Published;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.encoding.CanonicalJson;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.TufKey;

/** Metadata that is made to harm whoever reads it, also where a keeper was fooled into signing. */
class HostileMetadataTest extends WithMainSystem {

    private static final int ENDLESS = 10 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp.json",
                ".snapshot.json",
                ".targets.json",
                ".director.json",
                ".content.json",
                "deployment-manifest.json",
                "content/player/"
            })
    void endlessData(String file) throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        Published right = system.feed().published();
        system.feed()
                .serve(
                        new Published(
                                lengthened(right.metadata(), file),
                                lengthened(right.targets(), file)));
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.trouble()).contains("is longer than");

        system.feed().serve(right);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void thresholdZero() throws Exception {
        refuses(root -> root.replace("\"threshold\":1", "\"threshold\":0"), "threshold");
    }

    @Test
    void oneKeyUnderTwoIds() throws Exception {
        JsonBuilder twin = new JsonBuilder();
        TufKey.of(rootKey().publicKey()).json().members().forEach(twin::put);
        JsonObject again = twin.put("comment", "the same key").build();
        String id = Sha256.of(CanonicalJson.encode(again)).hex();
        String entry = "\"keys\":{\"%s\":%s,".formatted(id, new String(Json.write(again), UTF_8));
        refuses(root -> root.replace("\"keys\":{", entry), "under two keyids");
    }

    @Test
    void duplicateJsonKeys() throws Exception {
        refuses(
                root -> root.replace("\"version\":2", "\"version\":2,\"version\":2"),
                "stands twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"signatures\":[],\"signed\":{\"_type\":\"root\",\"x\":"})
    void deepNesting(String before) throws Exception {
        refuses(root -> before + "[".repeat(100_000), "nested deeper");
    }

    @Test
    void aRoleNamedLikeAPathStaysInItsFolder() throws Exception {
        TestStick stick = stick();
        stick.round();
        Set<String> before = filesBeside(stick);
        ReleaseDocument evil = aRelease(system).file("a.txt", "evil").build();
        system.feed()
                .smuggle(
                        ReleaseRole.CONTENT,
                        RoleName.delegated("../../evil"),
                        evil,
                        Json.write(evil.write()),
                        SigningKey.generate(new SecureRandom()));
        stick.round();

        assertThat(system.requests())
                .as("it was heard")
                .anyMatch(request -> request.endsWith("evil.json"));
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.trouble()).contains("needs the signatures of content");
        assertThat(filesBeside(stick)).isEqualTo(before);
        assertThat(stick.directory().trust().resolve("..%2F..%2Fevil.json")).exists();
    }

    /** A root that its keeper signed as it is here. */
    private void refuses(UnaryOperator<String> change, String why) throws IOException {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        Published right = system.feed().published();
        Map<String, byte[]> metadata = new HashMap<>(right.metadata());
        metadata.put("2.root.json", secondRoot(metadata, change));
        system.feed().serve(new Published(metadata, right.targets()));
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.trouble()).contains("root is malformed").contains(why);

        system.feed().serve(right);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    private byte[] secondRoot(Map<String, byte[]> metadata, UnaryOperator<String> change) {
        byte[] first = Objects.requireNonNull(metadata.get("1.root.json"));
        String text = new String(first, UTF_8).replace("\"version\":1", "\"version\":2");
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        return withSignature(changed, SignedMetadata.root(first).signatures().getFirst().hex());
    }

    private byte[] withSignature(String root, String old) {
        try {
            JsonObject signed = Json.parseObject(root.getBytes(UTF_8)).object("signed");
            byte[] signature = rootKey().sign(CanonicalJson.encode(signed));
            return root.replace(old, HexFormat.of().formatHex(signature)).getBytes(UTF_8);
        } catch (MalformedDocumentException unsignable) {
            return root.getBytes(UTF_8);
        }
    }

    private SigningKey rootKey() {
        return system.feed().keyOf(RoleName.ROOT);
    }

    private static Map<String, byte[]> lengthened(Map<String, byte[]> files, String which) {
        Map<String, byte[]> longer = new HashMap<>(files);
        longer.replaceAll(
                (name, bytes) -> name.contains(which) ? Arrays.copyOf(bytes, ENDLESS) : bytes);
        return longer;
    }

    /** All but the trust metadata and what its renewal writes. */
    private Set<String> filesBeside(TestStick stick) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !file.startsWith(stick.directory().control()))
                    .map(Path::toString)
                    .collect(Collectors.toSet());
        }
    }
}
