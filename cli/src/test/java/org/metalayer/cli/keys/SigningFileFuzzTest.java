package org.metalayer.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.model.TufKey;

/** What is carried to a machine with keys, from one that may have been taken over. */
class SigningFileFuzzTest {

    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    private static final String KEY_ID = TufKey.of(KEY.publicKey()).keyId();

    @FuzzTest
    void anythingIsRefusedInOneLineOrCarriedOnByteForByte(byte[] input) {
        SigningFile file;
        try {
            file = SigningFile.parse(input);
        } catch (MalformedDocumentException refused) {
            assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cc}");
            return;
        }
        byte[] carried = Json.write(file.json());
        SigningFile again = SigningFile.parse(carried);
        assertThat(Json.write(again.json())).isEqualTo(carried);
        file.documents().forEach(SigningFileFuzzTest::addsOnlyItsSignature);
    }

    /** What is signed is what came, and the signatures that came with it stay. */
    private static void addsOnlyItsSignature(TrustFile document) {
        TrustFile signed = document.signedWith(KEY);
        assertThat(signed.name()).isEqualTo(document.name());
        assertThat(signed.metadata().tree()).isEqualTo(document.metadata().tree());
        assertThat(signed.metadata().signatures())
                .containsAll(
                        document.metadata().signatures().stream()
                                .filter(old -> !old.keyId().equals(KEY_ID))
                                .toList());
        assertThat(document.mergedWith(signed).metadata().signatures())
                .containsExactlyInAnyOrderElementsOf(signed.metadata().signatures());
    }
}
