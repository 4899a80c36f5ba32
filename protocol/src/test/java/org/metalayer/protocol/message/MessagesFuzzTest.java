package org.metalayer.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.function.Function;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.InvalidSignatureException;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.trust.ReleaseTarget;

/** Every document of the protocol, as its signer would have it. */
class MessagesFuzzTest {
    private static final SigningKey SIGNER = SigningKey.ofSeed(new byte[32]);
    private static final SigningKey OTHER = SigningKey.ofSeed(Arrays.copyOf(new byte[] {1}, 32));

    @FuzzTest
    void anythingIsRefusedOrWrittenAsItWasRead(byte[] input) {
        same(input, UpgradeReport::read, UpgradeReport::write);
        same(input, ReleaseDocument::read, ReleaseDocument::write);
        same(input, DeploymentManifest::read, DeploymentManifest::write);
        same(input, SignedTime::read, SignedTime::write);
        same(input, Usb::read, Usb::write);
        same(input, ReleaseTarget::read, ReleaseTarget::write);
        outcome(input);
        session(input);
        enrolment(input);
    }

    /** What is written of what was read is read as the same again. */
    private static <T> void same(
            byte[] input, Function<JsonObject, T> read, Function<T, JsonObject> write) {
        T document;
        try {
            document = read.apply(Json.parseObject(input));
        } catch (MalformedDocumentException refused) {
            readable(refused);
            return;
        }
        byte[] once = Json.write(write.apply(document));
        T again = read.apply(Json.parseObject(once));
        assertThat(again).isEqualTo(document);
        assertThat(Json.write(write.apply(again))).isEqualTo(once);
    }

    private static void outcome(byte[] input) {
        try {
            Outcome outcome =
                    Outcome.verify(signed(PayloadType.OUTCOME, input), SIGNER.publicKey());
            assertThat(Outcome.verify(outcome.sign(SIGNER), SIGNER.publicKey())).isEqualTo(outcome);
        } catch (MalformedDocumentException refused) {
            readable(refused);
        }
    }

    /** What it claims is what it says, written again too; and only its signer says so. */
    private static void session(byte[] input) {
        Envelope envelope = signed(PayloadType.SESSION, input);
        try {
            SessionRequest request = SessionRequest.verify(envelope, SIGNER.publicKey());
            assertThat(SessionRequest.unverified(envelope)).isEqualTo(request);
            Envelope again = request.sign(SIGNER);
            assertThat(SessionRequest.verify(again, SIGNER.publicKey())).isEqualTo(request);
            assertThatThrownBy(() -> SessionRequest.verify(request.sign(OTHER), SIGNER.publicKey()))
                    .isInstanceOf(InvalidSignatureException.class);
        } catch (MalformedDocumentException refused) {
            readable(refused);
        }
    }

    /** Whoever names another key than signed it is refused. */
    private static void enrolment(byte[] input) {
        try {
            Enrolment enrolment = Enrolment.verify(signed(PayloadType.ENROLMENT, input));
            assertThat(enrolment.publicKey()).isEqualTo(SIGNER.publicKey());
            assertThat(Enrolment.verify(enrolment.sign(SIGNER))).isEqualTo(enrolment);
        } catch (MalformedDocumentException refused) {
            readable(refused);
        } catch (InvalidSignatureException another) {
            assertThat(another).hasMessageNotContaining("\n");
        }
    }

    private static Envelope signed(PayloadType type, byte[] payload) {
        return Envelope.sign(type, payload, SIGNER);
    }

    private static void readable(MalformedDocumentException refused) {
        assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cc}");
    }
}
