package org.metalayer.server.evaluation.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.metalayer.server.evaluation.content.FileKind;
import org.metalayer.server.evaluation.content.Part;
import org.metalayer.server.evaluation.secrets.LeakFinder;

/** Whatever strangers call a page, a script or a program. */
class CapabilityReaderFuzzTest {

    @FuzzTest
    void everyFileIsReadAndTwiceTheSame(byte[] input) throws IOException {
        for (String name : List.of("a.html", "a.js", "a.css", "a.json", "a")) {
            Part part =
                    new Part(
                            name,
                            input.length,
                            Arrays.copyOf(input, Math.min(input.length, FileKind.HEAD)),
                            0,
                            () -> new ByteArrayInputStream(input));
            assertThat(capabilities(part)).isEqualTo(capabilities(part));
            LeakFinder leaks = new LeakFinder();
            leaks.read(part);
            assertThat(leaks.leaks()).allSatisfy(leak -> assertThat(leak.line()).isPositive());
        }
    }

    private static Capabilities capabilities(Part part) throws IOException {
        CapabilityReader reader = new CapabilityReader();
        reader.read(part);
        return reader.capabilities();
    }
}
