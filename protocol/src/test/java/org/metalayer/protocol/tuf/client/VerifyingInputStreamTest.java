package org.metalayer.protocol.tuf.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.protocol.tuf.client.ClientFixture.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.tuf.model.Hashes;
import org.metalayer.protocol.tuf.model.TargetFile;

class VerifyingInputStreamTest {
    private static final JsonObject NOTHING = new JsonBuilder().build();
    private static final byte[] CONTENT = "a release".getBytes(UTF_8);

    @TempDir Path directory;

    @Test
    void letsThroughWhatWasSigned() throws IOException {
        assertThat(stream(CONTENT, TargetFile.of(CONTENT, NOTHING)).readAllBytes())
                .isEqualTo(CONTENT);
    }

    @Test
    void refusesATruncatedFileAtItsEnd() {
        byte[] half = "a rel".getBytes(UTF_8);
        refused(
                () -> stream(half, TargetFile.of(CONTENT, NOTHING)).readAllBytes(),
                Refusal.MISMATCH);
    }

    @Test
    void refusesOtherBytesOfTheSameLength() {
        byte[] other = "b release".getBytes(UTF_8);
        refused(
                () -> stream(other, TargetFile.of(CONTENT, NOTHING)).readAllBytes(),
                Refusal.MISMATCH);
    }

    @Test
    void refusesTheFirstByteTooMany() {
        byte[] more = "a release!".getBytes(UTF_8);
        refused(
                () -> stream(more, TargetFile.of(CONTENT, NOTHING)).readAllBytes(),
                Refusal.TOO_LONG);
    }

    @Test
    void countsSkippedBytes() throws IOException {
        InputStream in = stream(CONTENT, TargetFile.of(CONTENT, NOTHING));
        assertThat(in.skip(4)).isEqualTo(4);
        assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("lease");
    }

    @Test
    void refusesAFileWithoutAKnownDigest() {
        TargetFile file = new TargetFile(CONTENT.length, new Hashes(Map.of("md5", "00")), NOTHING);
        refused(() -> stream(CONTENT, file).readAllBytes(), Refusal.MISMATCH);
    }

    @Test
    void everyKnownDigestHasToBeRight() {
        Map<String, String> digests =
                Map.of("sha256", Sha256.of(CONTENT).hex(), "sha512", "00".repeat(64));
        TargetFile file = new TargetFile(CONTENT.length, new Hashes(digests), NOTHING);
        refused(() -> stream(CONTENT, file).readAllBytes(), Refusal.MISMATCH);
    }

    /** Lengths whose lower 32 bits say 1: where an int would see one byte. */
    @ParameterizedTest
    @ValueSource(longs = {(1L << 32) + 1, (1L << 33) + 1})
    void lengthsOf64BitsAreNotCutTo32(long length) throws IOException {
        byte[] one = new byte[1];
        TargetFile signedLong = new TargetFile(length, Hashes.of(Sha256.of(one)), NOTHING);
        refused(() -> stream(one, signedLong).readAllBytes(), Refusal.MISMATCH);
        Path sparse = sparse(length);
        refused(() -> read(sparse, TargetFile.of(one, NOTHING)), Refusal.TOO_LONG);
    }

    @Test
    void aFileOf2GiBIsReadToItsEnd() throws IOException {
        // SHA-256 of 2^31 zero bytes, as sha256sum prints it.
        Sha256 digest =
                new Sha256("a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51");
        read(sparse(1L << 31), new TargetFile(1L << 31, Hashes.of(digest), NOTHING));
    }

    private Path sparse(long length) throws IOException {
        Path file = Files.createTempFile(directory, "sparse", ".bin");
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
        }
        return file;
    }

    private static void read(Path file, TargetFile target) throws IOException {
        try (InputStream in = new VerifyingInputStream(Files.newInputStream(file), target)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static InputStream stream(byte[] bytes, TargetFile target) {
        return new VerifyingInputStream(new ByteArrayInputStream(bytes), target);
    }
}
