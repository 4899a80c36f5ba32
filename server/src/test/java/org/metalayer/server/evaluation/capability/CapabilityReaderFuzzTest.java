package org.metalayer.server.evaluation.capability;

import static java.nio.charset.StandardCharsets.UTF_8;
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
    void everyFileIsReadTwiceTheSameAndHidesNothing(byte[] input) throws IOException {
        for (String name : List.of("a.html", "a.js", "a.css", "a.json", "a")) {
            Part part = part(name, input);
            assertThat(capabilities(part)).isEqualTo(capabilities(part));
            LeakFinder leaks = new LeakFinder();
            leaks.read(part);
            assertThat(leaks.leaks()).allSatisfy(leak -> assertThat(leak.line()).isPositive());
        }
        nothingHidesWhatAFileBeginsWith(input);
    }

    /** Whatever follows, a file can do what stands at its beginning. */
    private static void nothingHidesWhatAFileBeginsWith(byte[] rest) throws IOException {
        shows("a.js", "fetch(where)\n", rest, Ability.NETWORK);
        shows("a.js", "eval(what)\n", rest, Ability.EVALUATES);
        shows("a.html", "<img src=\"//example.org/\">\n", rest, Ability.ELSEWHERE);
        shows("a.css", "a { background: url(//example.org/) }\n", rest, Ability.ELSEWHERE);
        shows("a", "#!/bin/sh\ncurl example.org\n", rest, Ability.NETWORK);
        shows("a", "\u007fELF\0connect\0", rest, Ability.NETWORK);
    }

    private static void shows(String name, String beginning, byte[] rest, Ability ability)
            throws IOException {
        byte[] begins = beginning.getBytes(UTF_8);
        byte[] bytes = Arrays.copyOf(begins, begins.length + rest.length);
        System.arraycopy(rest, 0, bytes, begins.length, rest.length);
        Part part = part(name, bytes);
        // A file that is not what its name says is another stage's to object to.
        if (part.kind() == part(name, begins).kind()) {
            assertThat(capabilities(part).counts()).containsKey(ability);
        }
    }

    private static Part part(String name, byte[] bytes) {
        return new Part(
                name,
                bytes.length,
                Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD)),
                0,
                () -> new ByteArrayInputStream(bytes));
    }

    private static Capabilities capabilities(Part part) throws IOException {
        CapabilityReader reader = new CapabilityReader();
        reader.read(part);
        return reader.capabilities();
    }
}
