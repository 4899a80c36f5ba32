package org.metalayer.protocol.message;

import java.util.Optional;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.ratchet.RenewalClaim;

/**
 * A stick's answer to a challenge of the Main System (docs/protocol.md §3).
 *
 * @param challenge as the Main System gave it
 * @param renewal where the stick stands
 * @param usb the device that it is on now; empty where none can be read
 */
public record SessionRequest(
        ModuleId moduleId, String challenge, RenewalClaim renewal, Optional<Usb> usb) {
    public SessionRequest {
        Texts.line("challenge", challenge, 1, 512);
    }

    public Envelope sign(SigningKey key) {
        JsonBuilder json =
                new JsonBuilder().put("module_id", moduleId.value()).put("challenge", challenge);
        renewal.write(json);
        json.put("usb", usb.<JsonValue>map(Usb::write).orElseGet(JsonValue.Null::new));
        return Envelope.sign(PayloadType.SESSION, Json.write(json.build()), key);
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
        return new SessionRequest(
                new ModuleId(json.string("module_id")),
                json.string("challenge"),
                RenewalClaim.read(json),
                json.optionalObject("usb").map(Usb::read));
    }
}
