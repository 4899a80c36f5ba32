package org.metalayer.protocol.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;

class EnvelopeTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] PAYLOAD = "{\"hello\":\"world\"}".getBytes(UTF_8);

    private final SigningKey key = SigningKey.generate(RANDOM);
    private final SigningKey other = SigningKey.generate(RANDOM);

    /** The signing input is DSSE v1's: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body. */
    @Test
    void signsThePreAuthenticationEncodingOfDsse() {
        assertSignsThePreAuthenticationEncoding();
    }

    private void assertSignsThePreAuthenticationEncoding() {
        Envelope envelope = Envelope.sign(PayloadType.SESSION, PAYLOAD, key);
        byte[] pae =
                "DSSEv1 41 application/vnd.metalayer.session.v1+json 17 {\"hello\":\"world\"}"
                        .getBytes(UTF_8);
        assertThat(key.publicKey().verifies(pae, envelope.signatures().getFirst().bytes()))
                .isTrue();
    }

    /** Locales of Arabic and other scripts write numbers in digits of their own. */
    @Test
    void signsTheSameBytesInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertSignsThePreAuthenticationEncoding();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesToSignWhatNobodyWouldParse() {
        assertThatThrownBy(() -> Envelope.sign(PayloadType.TIME, new byte[8 << 20], key))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("at most");
    }

    @Test
    void refusesAnEnvelopeOfManyValuesBeforeTheyFillTheHeap() {
        byte[] crowded = ("{\"x\":[" + "{},".repeat(100) + "{}]}").getBytes(UTF_8);
        assertThatThrownBy(() -> Envelope.parse(crowded))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("too many values");
    }

    @Test
    void givesBackTheExactBytesThatWereSigned() {
        Envelope parsed = Envelope.parse(Envelope.sign(PayloadType.TIME, PAYLOAD, key).encode());
        assertThat(parsed.verify(PayloadType.TIME, key.publicKey())).isEqualTo(PAYLOAD);
    }

    @Test
    void refusesADocumentOfAnotherType() {
        Envelope envelope = Envelope.sign(PayloadType.OUTCOME, PAYLOAD, key);
        assertThatThrownBy(() -> envelope.verify(PayloadType.UPGRADE_REPORT, key.publicKey()))
                .isInstanceOf(InvalidSignatureException.class)
                .hasMessageContaining("expected a document of type");
    }

    @Test
    void refusesATypeThatWasExchangedAfterSigning() {
        String json = new String(Envelope.sign(PayloadType.OUTCOME, PAYLOAD, key).encode(), UTF_8);
        Envelope forged = Envelope.parse(json.replace("outcome", "time").getBytes(UTF_8));
        assertThatThrownBy(() -> forged.verify(PayloadType.TIME, key.publicKey()))
                .isInstanceOf(InvalidSignatureException.class);
    }

    @Test
    void refusesAnotherKeyEvenUnderTheRightKeyId() {
        String json = new String(Envelope.sign(PayloadType.TIME, PAYLOAD, other).encode(), UTF_8);
        Envelope forged =
                Envelope.parse(
                        json.replace(other.publicKey().keyId(), key.publicKey().keyId())
                                .getBytes(UTF_8));
        assertThatThrownBy(() -> forged.verify(PayloadType.TIME, key.publicKey()))
                .isInstanceOf(InvalidSignatureException.class);
    }

    @Test
    void countsAKeyOnceTowardsTheThreshold() {
        Envelope twice = Envelope.sign(PayloadType.TIME, PAYLOAD, key, key);
        List<VerifyingKey> keys = List.of(key.publicKey(), key.publicKey(), other.publicKey());
        assertThatThrownBy(() -> twice.verify(PayloadType.TIME, keys, 2))
                .hasMessageContaining("1 of 2 needed signatures");
        assertThat(
                        Envelope.sign(PayloadType.TIME, PAYLOAD, key, other)
                                .verify(PayloadType.TIME, keys, 2))
                .isEqualTo(PAYLOAD);
    }

    @Test
    void aThresholdOfZeroCannotBeAsked() {
        Envelope envelope = Envelope.sign(PayloadType.TIME, PAYLOAD, key);
        assertThatThrownBy(() -> envelope.verify(PayloadType.TIME, List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnsignedEnvelopeDoesNotParse() {
        String json = "{\"payloadType\":\"t\",\"payload\":\"e30=\",\"signatures\":[]}";
        assertThatThrownBy(() -> Envelope.parse(json.getBytes(UTF_8)))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void anEnvelopeBeyondTheLimitDoesNotParse() {
        assertThatThrownBy(() -> Envelope.parse(new byte[Envelope.MAX_LENGTH + 1]))
                .hasMessageContaining("at most");
    }
}
