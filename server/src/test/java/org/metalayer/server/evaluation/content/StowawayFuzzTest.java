package org.metalayer.server.evaluation.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/** The pictures of strangers. */
class StowawayFuzzTest {

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n\0".getBytes(ISO_8859_1);
    private static final byte[] PAGE = "<scRIPT".getBytes(ISO_8859_1);

    /** Bytes that are read at once. */
    private static final int WINDOW = 1 << 16;

    /** Whatever lies around it, a page in a picture is found, also where two windows meet. */
    @FuzzTest
    void nothingHidesAPage(byte[] input) throws IOException {
        assertThat(Stowaway.in(hidden(PNG.length, input))).isPresent();
        assertThat(Stowaway.in(hidden(WINDOW - input.length % 16, input))).isPresent();
    }

    /** A picture with a page at this place, and anything before and behind it. */
    private static Part hidden(int place, byte[] input) {
        byte[] bytes = Arrays.copyOf(PNG, place + PAGE.length + input.length);
        System.arraycopy(input, 0, bytes, PNG.length, Math.min(input.length, place - PNG.length));
        System.arraycopy(PAGE, 0, bytes, place, PAGE.length);
        System.arraycopy(input, 0, bytes, place + PAGE.length, input.length);
        return new Part(
                "a.png",
                bytes.length,
                Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD)),
                0,
                () -> new ByteArrayInputStream(bytes));
    }
}
