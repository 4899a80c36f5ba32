package org.metalayer.protocol.tuf.model;

import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.tuf.encoding.CanonicalJson;

/**
 * A public key as metadata holds it (specification §4.2).
 *
 * @param keyId SHA-256 of the key's canonical JSON, with the members this version does not know
 * @param json the key as it was received
 */
public record TufKey(String keyId, JsonObject json, PublicHalf publicHalf) {
    private static final String ED25519 = "ed25519";

    /** An Ed25519 key, the only kind that this system signs with. */
    public static TufKey of(VerifyingKey key) {
        JsonObject json =
                new JsonBuilder()
                        .put("keytype", ED25519)
                        .put("scheme", ED25519)
                        .put(
                                "keyval",
                                new JsonBuilder()
                                        .put("public", HexFormat.of().formatHex(key.raw()))
                                        .build())
                        .build();
        return new TufKey(idOf(json), json, new PublicHalf.Ed25519(key));
    }

    /**
     * Reads a {@code keys} object.
     *
     * @throws MalformedDocumentException when an id is not its key's, or one public key has two
     *     ids: it would count twice for a threshold
     */
    static Map<String, TufKey> readAll(JsonObject json) {
        Map<String, TufKey> keys = Members.read(json, TufKey::read);
        if (keys.values().stream().map(TufKey::publicHalf).collect(Collectors.toSet()).size()
                != keys.size()) {
            throw new MalformedDocumentException("one public key stands under two keyids");
        }
        return keys;
    }

    private static TufKey read(String keyId, JsonObject json) {
        if (!idOf(json).equals(keyId)) {
            throw new MalformedDocumentException("a keyid is not the digest of its key");
        }
        String type = json.string("keytype");
        String scheme = json.string("scheme");
        String text = json.object("keyval").string("public");
        PublicHalf half =
                switch (type + "/" + scheme) {
                    case "ed25519/ed25519" -> ed25519(text);
                    case "ecdsa/ecdsa-sha2-nistp256" -> PemKey.ecdsaP256(text);
                    case "rsa/rsassa-pss-sha256" -> PemKey.rsa(text);
                    default -> new PublicHalf.Unknown(type, scheme, text);
                };
        return new TufKey(keyId, json, half);
    }

    private static PublicHalf ed25519(String hex) {
        try {
            return new PublicHalf.Ed25519(VerifyingKey.of(HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException e) {
            throw new MalformedDocumentException("an ed25519 key is 64 hex digits", e);
        }
    }

    private static String idOf(JsonObject json) {
        return Sha256.of(CanonicalJson.encode(json)).hex();
    }
}
