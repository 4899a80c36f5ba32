package org.metalayer.protocol.message;

import java.time.Instant;
import java.util.Optional;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * A stick's request to be enrolled (docs/protocol.md §2).
 *
 * @param nonce random text, so that two requests never look alike
 */
public record Enrolment(
        ModuleId moduleId,
        ModuleName moduleName,
        VerifyingKey publicKey,
        Usb usb,
        String hardwareClass,
        String agentVersion,
        Optional<String> enrolmentCode,
        String nonce,
        Instant at) {
    public Enrolment {
        Texts.line("hardware_class", hardwareClass, 1, 64);
        Texts.line("agent_version", agentVersion, 1, 64);
        enrolmentCode.ifPresent(code -> Texts.line("enrolment_code", code, 1, 128));
        Texts.line("nonce", nonce, 16, 64);
    }

    /**
     * Reads a request and checks that it is signed by the key that it names (proof of possession).
     */
    public static Enrolment verify(Envelope envelope) {
        Enrolment claimed = read(Json.parseObject(envelope.unverifiedPayload()));
        envelope.verify(PayloadType.ENROLMENT, claimed.publicKey());
        return claimed;
    }

    public Envelope sign(SigningKey key) {
        return Envelope.sign(PayloadType.ENROLMENT, Json.write(write()), key);
    }

    private static Enrolment read(JsonObject json) {
        return new Enrolment(
                new ModuleId(json.string("module_id")),
                new ModuleName(json.string("module_name")),
                VerifyingKey.parse(json.string("public_key")),
                Usb.read(json.object("usb")),
                json.string("hardware_class"),
                json.string("agent_version"),
                json.optionalString("enrolment_code"),
                json.string("nonce"),
                json.instant("at"));
    }

    private JsonObject write() {
        return new JsonBuilder()
                .put("module_id", moduleId.value())
                .put("module_name", moduleName.value())
                .put("public_key", publicKey.base64())
                .put("usb", usb.write())
                .put("hardware_class", hardwareClass)
                .put("agent_version", agentVersion)
                .put("enrolment_code", enrolmentCode.orElse(null))
                .put("nonce", nonce)
                .put("at", at)
                .build();
    }
}
