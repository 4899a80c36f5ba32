package org.metalayer.server.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.message.Usb;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.protocol.ratchet.StickRatchet;

/** A stick that speaks the real protocol to the Main System under test. */
public record VirtualStick(
        ModuleId moduleId, SigningKey key, AtomicReference<StickRatchet> ratchet) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public VirtualStick(ModuleId moduleId, SigningKey key) {
        this(moduleId, key, new AtomicReference<>(StickRatchet.NEW));
    }

    /** The stick as it stands now, bit by bit. */
    public VirtualStick copy() {
        return new VirtualStick(moduleId, key, new AtomicReference<>(ratchet.get()));
    }

    /** A stick that nobody knows yet. */
    public static VirtualStick fresh() {
        return named("usb_" + UUID.randomUUID());
    }

    public static VirtualStick named(String moduleId) {
        return new VirtualStick(new ModuleId(moduleId), SigningKey.generate(RANDOM));
    }

    /** A stick that an operator has accepted. */
    public static VirtualStick accepted() {
        VirtualStick stick = fresh();
        stick.enrol().then().statusCode(200);
        TestOperator.request()
                .post("/api/v1/sticks/{id}/accept", stick.id())
                .then()
                .statusCode(200);
        return stick;
    }

    public Response enrol() {
        return enrol(Optional.empty());
    }

    public Response enrol(Optional<String> code) {
        return post("enrolments", enrolment(code).sign(key).encode());
    }

    public Enrolment enrolment(Optional<String> code) {
        return enrolment(code, usb());
    }

    /** The same on any device. */
    public Enrolment enrolment(Optional<String> code, Usb usb) {
        return new Enrolment(
                moduleId,
                new ModuleName("Test stick"),
                key.publicKey(),
                usb,
                "linux-amd64",
                "0.1.0",
                code,
                "AAAAAAAAAAAAAAAAAAAAAA==",
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** The id the Main System gave it. Enrolling again tells it. */
    public UUID id() {
        return UUID.fromString(enrol().then().extract().path("stick_id"));
    }

    /** The device that it is on. */
    public Usb usb() {
        String serial = key.publicKey().keyId().substring(0, 16);
        return new Usb("0951", "1666", "0110", "Kingston", "DataTraveler", serial, true);
    }

    public Response openSession() {
        return answer(challenge());
    }

    /** Signs a challenge and sends it; remembers the answer as an agent does. */
    public Response answer(String challenge) {
        return answer(challenge, usb(), false);
    }

    /** The same with the device on which it is said to be, and the owner's word. */
    public Response answer(String challenge, Usb usb, boolean confirmsRestore) {
        synchronized (ratchet) {
            StickRatchet begun =
                    ratchet.updateAndGet(it -> it.begin(() -> RequestId.fresh(RANDOM)));
            Response response =
                    post(
                            "sessions",
                            new SessionRequest(
                                            moduleId,
                                            challenge,
                                            begun.claim(confirmsRestore),
                                            Optional.of(usb))
                                    .sign(key)
                                    .encode());
            if (response.statusCode() == 200 && response.path("epoch") != null) {
                long epoch = response.<Number>path("epoch").longValue();
                ratchet.set(begun.answered(epoch, response.path("epoch_nonce")));
            }
            return response;
        }
    }

    public static String challenge() {
        return given().post("/api/v1/stick/session-challenges")
                .then()
                .statusCode(200)
                .extract()
                .path("challenge");
    }

    /** Requests of a session opened now. */
    public RequestSpecification session() {
        String token = openSession().then().statusCode(200).extract().path("token");
        return with(token);
    }

    public static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    public static Response post(String path, byte[] body) {
        return given().contentType("application/json").body(body).post("/api/v1/stick/" + path);
    }
}
