package org.metalayer.protocol.blob;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;

class BlobPackFuzzTest {
    @FuzzTest
    void whatLeavesThePackHasItsDigestAndNothingIsLost(byte[] input) throws IOException {
        BlobPackReader reader = new BlobPackReader(new ByteArrayInputStream(input));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        BlobPackWriter writer = new BlobPackWriter(again);
        try {
            for (Optional<BlobPackReader.Blob> blob = reader.next();
                    blob.isPresent();
                    blob = reader.next()) {
                byte[] bytes = new byte[blob.get().bytes().remaining()];
                blob.get().bytes().get(bytes);
                assertThat(Sha256.of(bytes)).isEqualTo(blob.get().digest());
                writer.add(blob.get().digest(), bytes.length, new ByteArrayInputStream(bytes));
            }
        } catch (MalformedDocumentException | DigestMismatchException refused) {
            assertThat(again.toByteArray()).isEqualTo(Arrays.copyOf(input, again.size()));
            return;
        }
        assertThat(again.toByteArray()).isEqualTo(input);
    }
}
