package org.metalayer.server.evaluation.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.metalayer.server.evaluation.content.Part;

/** The texts of strangers, who may have a key in them without knowing. */
class LeakFinderFuzzTest {

    private static final byte[] KEY = "\n-----BEGIN PRIVATE KEY-----\n".getBytes(UTF_8);

    /** Whatever stands before and after it, and in the files before. */
    @FuzzTest
    void nothingHidesAKey(byte[] input) throws IOException {
        byte[] text =
                ByteBuffer.allocate(2 * input.length + KEY.length)
                        .put(input)
                        .put(KEY)
                        .put(input)
                        .array();
        LeakFinder finder = new LeakFinder();
        finder.read(part("before.txt", input));
        finder.read(part("key.txt", text));
        assertThat(finder.leaks()).anyMatch(Leak::secret).hasSizeLessThanOrEqualTo(40);
        assertThat(finder.leaks())
                .allSatisfy(leak -> assertThat(leak.describe()).doesNotContainPattern("\\p{Cc}"));
    }

    private static Part part(String name, byte[] bytes) {
        return new Part(name, bytes.length, bytes, 0, () -> new ByteArrayInputStream(bytes));
    }
}
