package org.metalayer.protocol.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.Sha256;

class CutterTest {

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }

    private static List<byte[]> cut(byte[] content) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        Cutter.cut(new ByteArrayInputStream(content), pieces::add);
        return pieces;
    }

    private static Set<Sha256> names(List<byte[]> pieces) {
        Set<Sha256> names = new HashSet<>();
        pieces.forEach(piece -> names.add(Sha256.of(piece)));
        return names;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1 << 20, (1 << 20) + 1, 20 << 20})
    void thePiecesAreTheContent(int length) throws Exception {
        byte[] content = content(length);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();

        for (byte[] piece : cut(content)) {
            assertThat(piece.length).isBetween(1, Cutter.MAX_PIECE);
            joined.writeBytes(piece);
        }

        assertThat(joined.toByteArray()).isEqualTo(content);
    }

    @Test
    void whatChangesInOnePlaceChangesAFewPieces() throws Exception {
        byte[] content = content(20 << 20);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(content, 0, 5 << 20);
        changed.writeBytes(new byte[4096]);
        changed.write(content, 5 << 20, content.length - (5 << 20));

        List<byte[]> before = cut(content);
        Set<Sha256> known = names(before);
        List<byte[]> after = cut(changed.toByteArray());

        assertThat(before.size()).isBetween(40, 90);
        assertThat(after.stream().filter(piece -> !known.contains(Sha256.of(piece))))
                .hasSizeBetween(1, 3);
    }

    @Test
    void zerosAreCutToo() throws Exception {
        List<byte[]> pieces = cut(new byte[8 << 20]);

        assertThat(pieces).hasSizeGreaterThanOrEqualTo(8);
        assertThat(names(pieces)).hasSizeLessThanOrEqualTo(2);
    }

    /** Sticks cut what they run, and the Main System's releases were cut elsewhere. */
    @Test
    void thePlacesAreTheSameEverywhere() throws Exception {
        assertThat(
                        Sha256.of(
                                names(cut(content(4 << 20))).stream()
                                        .sorted()
                                        .toList()
                                        .toString()
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(
                        new Sha256(
                                "4c3258bb8416d33c749cf36a326e2c03c5c408f2fa436b2490c958d3d61dd656"));
    }
}
