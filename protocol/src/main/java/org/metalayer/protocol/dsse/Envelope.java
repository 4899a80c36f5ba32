package org.metalayer.protocol.dsse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * A DSSE envelope (secure-systems-lab/dsse v1.0.2): a typed payload and signatures over its exact
 * bytes.
 */
public final class Envelope {
    /** In bytes of the envelope's JSON. */
    public static final int MAX_LENGTH = 8 << 20;

    /** What still fits into an envelope of that length, as Base64 beside its signatures. */
    public static final int MAX_PAYLOAD_LENGTH = (MAX_LENGTH - (64 << 10)) / 4 * 3;

    private static final int MAX_SIGNATURES = 16;

    /** Of the envelope itself: nothing is known of the sender when it is parsed. */
    private static final int MAX_VALUES = 100;

    private final String payloadType;
    private final byte[] payload;
    private final List<EnvelopeSignature> signatures;

    private Envelope(String payloadType, byte[] payload, List<EnvelopeSignature> signatures) {
        this.payloadType = payloadType;
        this.payload = payload;
        this.signatures = List.copyOf(signatures);
    }

    /**
     * Signs a payload with each of the keys.
     *
     * @throws MalformedDocumentException when nobody would parse the envelope
     */
    public static Envelope sign(PayloadType type, byte[] payload, SigningKey... keys) {
        if (payload.length > MAX_PAYLOAD_LENGTH) {
            throw new MalformedDocumentException(
                    "a signed document has at most %d bytes, this has %d"
                            .formatted(MAX_PAYLOAD_LENGTH, payload.length));
        }
        byte[] signed = preAuthenticationEncoding(type.mediaType(), payload);
        List<EnvelopeSignature> signatures = new ArrayList<>();
        for (SigningKey key : keys) {
            signatures.add(
                    new EnvelopeSignature(
                            key.publicKey().keyId(),
                            Base64.getEncoder().encodeToString(key.sign(signed))));
        }
        return new Envelope(type.mediaType(), payload.clone(), signatures);
    }

    /** Parses an envelope; nothing is verified yet. */
    public static Envelope parse(byte[] json) {
        if (json.length > MAX_LENGTH) {
            throw new MalformedDocumentException(
                    "an envelope has at most %d bytes, this has %d"
                            .formatted(MAX_LENGTH, json.length));
        }
        JsonObject object = Json.parseObject(json, MAX_VALUES);
        List<EnvelopeSignature> signatures = object.objects("signatures", EnvelopeSignature::read);
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new MalformedDocumentException(
                    "an envelope has 1 to %d signatures".formatted(MAX_SIGNATURES));
        }
        return new Envelope(object.string("payloadType"), object.base64("payload"), signatures);
    }

    /**
     * The payload, if it has the expected type and {@code key} signed exactly these bytes.
     *
     * @throws InvalidSignatureException otherwise
     */
    public byte[] verify(PayloadType expected, VerifyingKey key) {
        return verify(expected, List.of(key), 1);
    }

    /**
     * The payload, if it has the expected type and at least {@code threshold} different ones of
     * {@code keys} signed it.
     *
     * @param threshold at least 1: zero would accept an unsigned document
     */
    public byte[] verify(PayloadType expected, List<VerifyingKey> keys, int threshold) {
        if (threshold < 1) {
            throw new IllegalArgumentException("threshold must be at least 1, was " + threshold);
        }
        if (!payloadType.equals(expected.mediaType())) {
            throw new InvalidSignatureException(
                    "expected a document of type %s, got %s"
                            .formatted(expected.mediaType(), Texts.shown(payloadType)));
        }
        int valid = signersAmong(keys).size();
        if (valid < threshold) {
            throw new InvalidSignatureException(
                    "the signature of the %s is missing or wrong (%d of %d needed signatures are valid)"
                            .formatted(
                                    expected.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                    valid,
                                    threshold));
        }
        return payload.clone();
    }

    /** Those of {@code keys} that signed it, each once. */
    public List<VerifyingKey> signersAmong(List<VerifyingKey> keys) {
        byte[] signed = preAuthenticationEncoding(payloadType, payload);
        return keys.stream().distinct().filter(key -> isSignedBy(key, signed)).toList();
    }

    /**
     * The payload before verification: for finding the key that it names, never for acting on it.
     */
    public byte[] unverifiedPayload() {
        return payload.clone();
    }

    public List<EnvelopeSignature> signatures() {
        return signatures;
    }

    /** The envelope as JSON bytes. */
    public byte[] encode() {
        return Json.write(
                new JsonBuilder()
                        .put("payloadType", payloadType)
                        .put("payload", payload)
                        .put("signatures", signatures, EnvelopeSignature::write)
                        .build());
    }

    private boolean isSignedBy(VerifyingKey key, byte[] signed) {
        return signatures.stream()
                .filter(signature -> signature.keyId().equals(key.keyId()))
                .anyMatch(signature -> key.verifies(signed, signature.bytes()));
    }

    /** PAE of the DSSE protocol, §"Signature Definition". */
    private static byte[] preAuthenticationEncoding(String type, byte[] payload) {
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        // Not formatted: a locale may have digits of its own.
        byte[] head =
                ("DSSEv1 " + typeBytes.length + " " + type + " " + payload.length + " ")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] encoded = new byte[head.length + payload.length];
        System.arraycopy(head, 0, encoded, 0, head.length);
        System.arraycopy(payload, 0, encoded, head.length, payload.length);
        return encoded;
    }
}
