package org.metalayer.protocol.dsse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;

class EnvelopeFuzzTest {
    /** It signed none of the seeds, so whatever verifies with it is forged. */
    private static final VerifyingKey STRANGER = SigningKey.ofSeed(new byte[32]).publicKey();

    @FuzzTest
    void anythingIsRefusedOrKeptAndNothingIsForged(byte[] input) {
        Envelope envelope;
        try {
            envelope = Envelope.parse(input);
        } catch (MalformedDocumentException refused) {
            return;
        }
        Envelope again = Envelope.parse(envelope.encode());
        assertThat(again.unverifiedPayload()).isEqualTo(envelope.unverifiedPayload());
        assertThat(again.encode()).isEqualTo(envelope.encode());
        for (PayloadType type : PayloadType.values()) {
            assertThatThrownBy(() -> envelope.verify(type, STRANGER))
                    .isInstanceOf(InvalidSignatureException.class);
        }
    }
}
