package org.metalayer.protocol.keyfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.metalayer.protocol.MalformedDocumentException;

/** What somebody puts in the place of a keeper's key. */
class KeyFileFuzzTest {

    @FuzzTest
    void anythingIsRefusedInOneLineOrOneKeyWithBothItsHalves(byte[] input) {
        KeyFile file;
        try {
            file = KeyFile.parse(input);
        } catch (MalformedDocumentException refused) {
            assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cc}");
            return;
        }
        byte[] encoded = file.encode();
        assertThat(KeyFile.parse(encoded).encode()).isEqualTo(encoded);
        assertThat(file.name()).doesNotContainPattern("\\p{Cc}");
        if (file instanceof KeyFile.Plain plain) {
            assertThat(plain.publicKey().verifies(input, plain.key().sign(input))).isTrue();
        }
    }
}
