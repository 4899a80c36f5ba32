package org.metalayer.protocol.message;

import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * A stick's answer to a challenge of the Main System (docs/protocol.md §3).
 *
 * @param challenge as the Main System gave it
 */
public record SessionRequest(ModuleId moduleId, String challenge) {
    public SessionRequest {
        Texts.line("challenge", challenge, 1, 512);
    }

    public Envelope sign(SigningKey key) {
        JsonObject json =
                new JsonBuilder()
                        .put("module_id", moduleId.value())
                        .put("challenge", challenge)
                        .build();
        return Envelope.sign(PayloadType.SESSION, Json.write(json), key);
    }

    /** What the envelope claims: for finding the stick's key before {@link #verify}. */
    public static SessionRequest unverified(Envelope envelope) {
        return read(envelope.unverifiedPayload());
    }

    public static SessionRequest verify(Envelope envelope, VerifyingKey key) {
        return read(envelope.verify(PayloadType.SESSION, key));
    }

    private static SessionRequest read(byte[] payload) {
        JsonObject json = Json.parseObject(payload);
        return new SessionRequest(new ModuleId(json.string("module_id")), json.string("challenge"));
    }
}
