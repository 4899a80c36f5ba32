package org.metalayer.agent.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.tuf.model.MetaFile;

/**
 * Lengths where 32 bits end, said by everyone who has to sign: none is cut, and nothing is
 * installed that does not have exactly its length.
 */
class LengthsTest extends WithMainSystem {

    private static final long CUT = 1L << 32;

    @ParameterizedTest
    @ValueSource(longs = {CUT / 2 - 1, CUT / 2, CUT - 1, CUT, CUT + 1, Long.MAX_VALUE})
    void aDocumentOfAnotherLengthIsNotInstalled(long length) throws Exception {
        refusesADocumentOf(length, aRelease(system).file("a.txt", "one").build());
    }

    /** As an int, it would be right. */
    @Test
    void aDocumentWhoseLengthIsRightInTheLowerBitsIsNotInstalled() throws Exception {
        ReleaseDocument release = aRelease(system).file("a.txt", "one").build();
        refusesADocumentOf(CUT + Json.write(release.write()).length, release);
    }

    private void refusesADocumentOf(long length, ReleaseDocument release) throws Exception {
        TestStick stick = stick();
        DeploymentEntry entry = system.feed().rollOut(release, length);
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.trouble()).contains("bytes instead of " + length);

        byte[] document = system.feed().publish(release);
        system.feed().put(Entries.ofLength(entry, document.length));
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void theDirectorAndTheRoleHaveToNameTheSameLengthInAllBits() throws Exception {
        TestStick stick = stick();
        ReleaseDocument release = aRelease(system).file("a.txt", "one").build();
        byte[] document = system.feed().publish(release);
        system.feed()
                .put(
                        Entries.ofLength(
                                Entries.toEveryone(release, document), CUT + document.length));
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.trouble()).contains("content says something else of it");
    }

    @ParameterizedTest
    @ValueSource(longs = {CUT / 2 - 1, CUT / 2, CUT - 1, CUT, CUT + 1, Long.MAX_VALUE})
    void metadataOfAnotherLengthIsNotTrusted(long length) throws Exception {
        refusesMetadataOf(OptionalLong.of(length));
    }

    /** As an int, it would be right. */
    @Test
    void metadataWhoseLengthIsRightInTheLowerBitsIsNotTrusted() throws Exception {
        refusesMetadataOf(OptionalLong.empty());
    }

    /** None stands for the right one and what an int has no room for. */
    private void refusesMetadataOf(OptionalLong length) throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        system.feed()
                .publishMisnamed(roles -> {
                    roles.computeIfPresent(
                            "content.json",
                            (_, file) ->
                                    new MetaFile(
                                            file.version(),
                                            OptionalLong.of(
                                                    length.orElse(
                                                            CUT + file.length().orElseThrow())),
                                            file.hashes()));
                    return roles;
                });
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.trouble())
                .containsPattern("content is not the one that was named: .* bytes instead of");

        system.feed().publishMisnamed(roles -> roles);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    /** What comes has one byte, as much as an int sees of the last one. */
    @ParameterizedTest
    @ValueSource(longs = {CUT / 2 - 1, CUT / 2, CUT - 1, CUT})
    void aFileThatEndsTooEarlyIsNotInstalled(long size) throws Exception {
        TestStick stick = stick();
        rollOutAFileOf(size);
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.trouble()).isNotEmpty();
        assertThat(system.requests())
                .as("it is not asked for again and again")
                .filteredOn(request -> request.startsWith("GET /feed/v1/blobs/"))
                .hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {CUT + 1, Long.MAX_VALUE})
    void aFileLargerThanAllowedIsRefusedByItsReleaseAlready(long size) throws Exception {
        TestStick stick = stick();
        rollOutAFileOf(size);
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(system.outcomes().recorded())
                .singleElement()
                .asString()
                .contains("must be 0 to 4294967296 bytes, was " + size);
        assertThat(system.requests()).noneMatch(request -> request.contains("/blobs/"));
    }

    /** Its bytes, all zeros, lie on the stick already, in a sparse file; digests by sha256sum. */
    @ParameterizedTest
    @CsvSource({
        "2147483647, 25ba9187e4e7b89d2a7f1a49f0155c233ea8fe0b19c881bc53d23fd7b93deda0",
        "2147483648, a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51",
        "4294967295, 318eea1453f3a536e42d9637db593982c5c297220b2019bd4b7ad08e88d91e4b",
        "4294967296, 8479e43911dc45e89f934fe48d01297e16f51d17aa561d4d1c216b1ae0fcddca"
    })
    void aFileOfExactlySoManyBytesIsInstalled(long size, String sha256) throws Exception {
        Sha256 digest = new Sha256(sha256);
        TestStick stick = stick();
        Path partial = stick.directory().partial(digest);
        Files.createDirectories(partial.resolveSibling(""));
        try (RandomAccessFile sparse = new RandomAccessFile(partial.toFile(), "rw")) {
            sparse.setLength(size);
        }
        system.feed().rollOut(aRelease(system).entry("big", size, digest).build());
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(stick.content("player").resolve("big").toFile()).hasSize(size);
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    /** Signed as it is, whatever a release may hold. */
    private void rollOutAFileOf(long size) {
        ReleaseDocument small = aRelease(system).file("big", "b").build();
        byte[] document =
                new String(Json.write(small.write()), UTF_8)
                        .replace("\"size\":1", "\"size\":" + size)
                        .getBytes(UTF_8);
        system.feed().publish(small, document);
        system.feed().put(Entries.toEveryone(small, document));
    }
}
