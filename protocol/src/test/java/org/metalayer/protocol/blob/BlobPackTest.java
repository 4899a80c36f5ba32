package org.metalayer.protocol.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;

class BlobPackTest {
    @Test
    void blobsComeOutAsTheyWentInAlsoEmptyOnes() throws IOException {
        BlobPackReader reader = reader(pack("hello", "", "world"));
        assertThat(next(reader)).isEqualTo("hello");
        assertThat(next(reader)).isEmpty();
        assertThat(next(reader)).isEqualTo("world");
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void bytesThatAreNotWhatTheirDigestSaysDoNotComeOut() throws IOException {
        byte[] pack = pack("hello");
        pack[pack.length - 1] ^= 1;
        assertThatThrownBy(() -> reader(pack).next()).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void aPackThatWasCutAnywhereIsRefused() throws IOException {
        byte[] pack = pack("hello");
        for (int length = 1; length < pack.length; length++) {
            BlobPackReader reader = reader(Arrays.copyOf(pack, length));
            assertThatThrownBy(reader::next).isInstanceOf(MalformedDocumentException.class);
        }
    }

    @Test
    void anAnnouncedLengthBeyondTheLimitIsRefusedBeforeAnythingIsRead() throws IOException {
        byte[] pack = pack("hello");
        pack[32] = (byte) 0xFF;
        assertThatThrownBy(() -> reader(pack).next()).hasMessageContaining("at most");
        pack[32] = 0x7F;
        assertThatThrownBy(() -> reader(pack).next()).hasMessageContaining("at most");
    }

    @Test
    void whatIsNotWantedIsRefusedBeforeItsBytesAreRead() throws IOException {
        byte[] pack = pack("hello");
        ByteArrayInputStream in = new ByteArrayInputStream(pack);
        BlobPackReader reader =
                new BlobPackReader(
                        in,
                        (digest, size) -> {
                            throw new IllegalStateException(digest + " of " + size);
                        });

        assertThatThrownBy(reader::next).hasMessage(Sha256.of("hello".getBytes(UTF_8)) + " of 5");
        assertThat(in.available()).isEqualTo(5);
    }

    @Test
    void aFileThatChangedWhileItWasPackedIsNoticed() {
        BlobPackWriter writer = new BlobPackWriter(new ByteArrayOutputStream());
        assertThatThrownBy(() ->
                        writer.add(
                                Sha256.of(new byte[5]), 5, new ByteArrayInputStream(new byte[4])))
                .hasMessageContaining("has 4 bytes, 5 were announced");
    }

    private static byte[] pack(String... contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BlobPackWriter writer = new BlobPackWriter(out);
        for (String content : contents) {
            byte[] bytes = content.getBytes(UTF_8);
            writer.add(Sha256.of(bytes), bytes.length, new ByteArrayInputStream(bytes));
        }
        return out.toByteArray();
    }

    private static BlobPackReader reader(byte[] pack) {
        return new BlobPackReader(new ByteArrayInputStream(pack));
    }

    private static String next(BlobPackReader reader) throws IOException {
        return UTF_8.decode(reader.next().orElseThrow().bytes()).toString();
    }
}
