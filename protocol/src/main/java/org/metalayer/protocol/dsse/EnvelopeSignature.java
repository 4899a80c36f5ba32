package org.metalayer.protocol.dsse;

import java.util.Base64;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * One signature of an envelope.
 *
 * @param keyId a hint which key made it; proves nothing by itself
 * @param base64 the signature
 */
public record EnvelopeSignature(String keyId, String base64) {
    public EnvelopeSignature {
        Texts.line("keyid", keyId, 0, 128);
    }

    static EnvelopeSignature read(JsonObject json) {
        json.base64("sig");
        return new EnvelopeSignature(json.string("keyid"), json.string("sig"));
    }

    JsonObject write() {
        return new JsonBuilder().put("keyid", keyId).put("sig", base64).build();
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
