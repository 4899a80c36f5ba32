package org.metalayer.protocol.dsse;

import java.util.List;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * The keys a stick pinned at its enrolment: one set says which releases may run, the other which
 * should run now. Neither can speak for the other.
 */
public record PinnedKeys(List<VerifyingKey> releaseKeys, List<VerifyingKey> directorKeys)
        implements DocumentVerifier {
    public PinnedKeys {
        releaseKeys = List.copyOf(releaseKeys);
        directorKeys = List.copyOf(directorKeys);
        if (releaseKeys.isEmpty() || directorKeys.isEmpty()) {
            throw new MalformedDocumentException(
                    "trust needs at least one release key and one director key");
        }
    }

    @Override
    public byte[] verify(PayloadType type, Envelope envelope) {
        return switch (type) {
            case RELEASE -> envelope.verify(type, releaseKeys, 1);
            case DEPLOYMENT_MANIFEST -> envelope.verify(type, directorKeys, 1);
            case ENROLMENT, SESSION, UPGRADE_REPORT, OUTCOME, TIME, STATEMENT ->
                    throw new InvalidSignatureException(
                            "these keys do not sign documents of type " + type);
        };
    }

    /** Reads the {@code trust} member of an enrolment answer (docs/protocol.md §2). */
    public static PinnedKeys read(JsonObject json) {
        return new PinnedKeys(
                json.objects("release_keys", PinnedKeys::readKey),
                json.objects("director_keys", PinnedKeys::readKey));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("release_keys", releaseKeys, PinnedKeys::writeKey)
                .put("director_keys", directorKeys, PinnedKeys::writeKey)
                .build();
    }

    private static VerifyingKey readKey(JsonObject json) {
        VerifyingKey key = VerifyingKey.parse(json.string("public_key"));
        if (!key.keyId().equals(json.string("keyid"))) {
            throw new MalformedDocumentException("a keyid is not the digest of its public key");
        }
        return key;
    }

    private static JsonValue writeKey(VerifyingKey key) {
        return new JsonBuilder().put("keyid", key.keyId()).put("public_key", key.base64()).build();
    }
}
