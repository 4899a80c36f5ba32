package org.metalayer.acceptance.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.protocol.blob.BlobPackWriter;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.protocol.message.Outcome;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.message.Usb;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.protocol.ratchet.StickRatchet;

/** A stick without an agent: says whatever a test wants it to say, signed with a real key. */
public final class WireStick {
    private static final String JSON = "application/json";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MainSystem system;
    private final String moduleId;
    private final Says says;
    private final SigningKey key = SigningKey.generate(RANDOM);
    private StickRatchet ratchet = StickRatchet.NEW;

    private WireStick(MainSystem system, String moduleId, Says says) {
        this.system = system;
        this.moduleId = moduleId;
        this.says = says;
    }

    /** What a stick says of itself, true or not. */
    public record Says(String name, Usb usb, String hardwareClass, String agentVersion) {

        static Says ordinary(String moduleId) {
            return onDevice(moduleId, moduleId);
        }

        /** One whose device has that serial number. */
        public static Says onDevice(String moduleId, String serial) {
            Usb usb = new Usb("0951", "1666", "0110", "Test", "Wire", serial, true);
            return new Says(nameOf(moduleId), usb, "linux-amd64", "0.1.0");
        }
    }

    /** One that has not been in touch yet. */
    public static WireStick unknown(MainSystem system, String moduleId) {
        return new WireStick(system, moduleId, Says.ordinary(moduleId));
    }

    /** The same of one that says this of itself. */
    public static WireStick unknown(MainSystem system, String moduleId, Says says) {
        return new WireStick(system, moduleId, says);
    }

    /** One that an operator has let in. */
    public static WireStick accepted(MainSystem system, String moduleId) throws IOException {
        return accepted(system, moduleId, Says.ordinary(moduleId));
    }

    /** The same of one that says this of itself. */
    public static WireStick accepted(MainSystem system, String moduleId, Says says)
            throws IOException {
        WireStick stick = new WireStick(system, moduleId, says);
        stick.enrol(Instant.now()).expect(200);
        system.operator().accept(moduleId);
        return stick;
    }

    static String nameOf(String moduleId) {
        return "Stick " + moduleId;
    }

    public SigningKey key() {
        return key;
    }

    public Draft draft(String component) {
        return Draft.of(moduleId, component).with("module_name", says.name());
    }

    /** Asks to be enrolled, with the stick's own idea of the time. */
    public Reply enrol(Instant at) throws IOException {
        return enrol(at, Optional.empty());
    }

    /** Asks with a code that an operator gave out. */
    public Reply enrol(Instant at, String code) throws IOException {
        return enrol(at, Optional.of(code));
    }

    private Reply enrol(Instant at, Optional<String> code) throws IOException {
        Enrolment enrolment =
                new Enrolment(
                        new ModuleId(moduleId),
                        new ModuleName(says.name()),
                        key.publicKey(),
                        says.usb(),
                        says.hardwareClass(),
                        says.agentVersion(),
                        code,
                        UUID.randomUUID().toString(),
                        at);
        return post(system.anonymous(), "enrolments", enrolment.sign(key).encode());
    }

    /** A bearer token for this stick. */
    public String token() throws IOException {
        return openSession().expect(200).json().text("token");
    }

    /** Answers a challenge; the Main System may refuse. */
    public synchronized Reply openSession() throws IOException {
        Http anonymous = system.anonymous();
        Reply challenge = post(anonymous, "session-challenges", new byte[0]).expect(200);
        ratchet = ratchet.begin(() -> RequestId.fresh(RANDOM));
        SessionRequest request =
                new SessionRequest(
                        new ModuleId(moduleId),
                        challenge.json().text("challenge"),
                        ratchet.claim(false),
                        Optional.empty());
        Reply reply = post(anonymous, "sessions", request.sign(key).encode());
        if (reply.status() == 200) {
            ratchet =
                    ratchet.answered(
                            reply.json().number("epoch"), reply.json().text("epoch_nonce"));
        }
        return reply;
    }

    /** The stick with a fresh session. */
    public Http session() throws IOException {
        return system.anonymous().bearer(token());
    }

    /** Signs and sends a report. */
    public Reply send(Draft draft) throws IOException {
        return send(draft, key);
    }

    /** Sends a report signed by another key than this stick's. */
    public Reply send(Draft draft, SigningKey signer) throws IOException {
        return sendEnvelope(
                Envelope.sign(PayloadType.UPGRADE_REPORT, draft.payload(), signer).encode());
    }

    /** Sends any bytes in place of a report. */
    public Reply sendEnvelope(byte[] body) throws IOException {
        return post(session(), "upgrade-reports", body);
    }

    /** Sends a report and the files it misses, as an agent does. */
    public Reply deliver(Draft draft, byte[]... contents) throws IOException {
        List<String> missing = send(draft).expect(201).json().texts("missing");
        for (byte[] content : contents) {
            Sha256 name = Sha256.of(content);
            if (missing.contains(name.hex())) {
                upload(name, content).expect(200);
            }
        }
        return send(draft).expect(200);
    }

    /** Uploads one small file under a name, right or wrong. */
    public Reply upload(Sha256 name, byte[] content) throws IOException {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        new BlobPackWriter(pack).add(name, content.length, new ByteArrayInputStream(content));
        return session().post("/api/v1/stick/blobs", BlobPack.MEDIA_TYPE, pack.toByteArray());
    }

    /** How much of a large file has arrived. */
    public Reply offset(Sha256 name) throws IOException {
        return session().send("HEAD", blob(name), Map.of(), BodyPublishers.noBody());
    }

    /** Appends to a large file. */
    public Reply append(Sha256 name, long offset, byte[] bytes) throws IOException {
        return session()
                .send(
                        "PATCH",
                        blob(name),
                        Map.of(
                                "Upload-Offset",
                                Long.toString(offset),
                                "Content-Type",
                                "application/octet-stream"),
                        BodyPublishers.ofByteArray(bytes));
    }

    /** Tells what came of a rollout, in any words. */
    public Reply tell(View rollout, OutcomeResult result, String reason) throws IOException {
        View session = openSession().expect(200).json();
        Outcome outcome =
                new Outcome(
                        UUID.randomUUID(),
                        UUID.fromString(rollout.text("id")),
                        UUID.fromString(rollout.text("release", "id")),
                        UUID.fromString(session.text("stick_id")),
                        new ModuleId(moduleId),
                        result,
                        reason,
                        List.of(),
                        Instant.now());
        return post(
                system.anonymous().bearer(session.text("token")),
                "outcomes",
                outcome.sign(key).encode());
    }

    /** What the Main System says of a report. */
    public Reply report(UUID reportId) throws IOException {
        return session().get("/api/v1/stick/upgrade-reports/" + reportId);
    }

    /** Signs any document, also one that is no document. */
    public byte[] envelope(PayloadType type, byte[] payload) {
        return Envelope.sign(type, payload, key).encode();
    }

    private static String blob(Sha256 name) {
        return "/api/v1/stick/blobs/" + name;
    }

    private static Reply post(Http http, String path, byte[] body) throws IOException {
        return http.post("/api/v1/stick/" + path, JSON, body);
    }
}
