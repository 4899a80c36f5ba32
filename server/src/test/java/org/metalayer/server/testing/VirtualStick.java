package org.metalayer.server.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.message.Usb;

/** A stick that speaks the real protocol to the Main System under test. */
public record VirtualStick(ModuleId moduleId, SigningKey key) {

    private static final SecureRandom RANDOM = new SecureRandom();

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
        return new Enrolment(
                moduleId,
                new ModuleName("Test stick"),
                key.publicKey(),
                new Usb("0951", "1666", "0110", "Kingston", "DataTraveler", "S1", true),
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

    public Response openSession() {
        return answer(challenge());
    }

    /** Signs a challenge and sends it. */
    public Response answer(String challenge) {
        return post("sessions", new SessionRequest(moduleId, challenge).sign(key).encode());
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
