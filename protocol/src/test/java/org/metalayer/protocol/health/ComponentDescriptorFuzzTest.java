package org.metalayer.protocol.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;

/** The {@code component.json} of strangers. */
class ComponentDescriptorFuzzTest {

    @FuzzTest
    void anythingIsRefusedOrSaysWhatIsWrong(byte[] input) throws IOException {
        Everywhere files = new Everywhere(input);
        try {
            assertThat(ComponentDescriptor.of(files).faults(files))
                    .allSatisfy(fault -> assertThat(fault).doesNotContainPattern("\\p{Cc}"));
        } catch (MalformedDocumentException refused) {
            assertThat(refused.getMessage())
                    .startsWith("component.json")
                    .doesNotContainPattern("\\p{Cc}");
        }
    }

    /** Each file of the component has the same bytes: a descriptor and what it speaks of. */
    @SuppressWarnings("ArrayRecordComponent") // read only
    private record Everywhere(byte[] bytes) implements ComponentFiles {
        @Override
        public OptionalLong size(RelativePath path) {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public InputStream open(RelativePath path) {
            return new ByteArrayInputStream(bytes);
        }
    }
}
