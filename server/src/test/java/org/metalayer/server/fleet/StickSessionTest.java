package org.metalayer.server.fleet;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

@QuarkusTest
class StickSessionTest {

    private static final String CHECK_IN =
            """
            {"agent_version":"0.1.0","installed":[],"free_bytes":1,"clock":"1999-01-01T00:00:00Z"}\
            """;

    @AfterEach
    void backToThePresent() {
        TestClock.reset();
    }

    @Test
    void anAcceptedStickGetsAToken() {
        VirtualStick.accepted()
                .openSession()
                .then()
                .statusCode(200)
                .body("token", startsWith("mls_"))
                .body("state", equalTo("accepted"))
                .body("expires_in_seconds", equalTo(900));
    }

    @Test
    void aPendingStickLearnsWhyNot() {
        VirtualStick stick = VirtualStick.fresh();
        stick.enrol().then().statusCode(200);
        problem(stick.openSession().then(), 403, "stick-not-accepted")
                .body("state", equalTo("pending"));
    }

    @Test
    void anUnknownStickIsSentToEnrol() {
        problem(VirtualStick.fresh().openSession().then(), 401, "unknown-stick");
    }

    @Test
    void aStickCannotOpenASessionInTheNameOfAnother() {
        VirtualStick victim = VirtualStick.accepted();
        VirtualStick thief =
                new VirtualStick(victim.moduleId(), SigningKey.generate(new SecureRandom()));
        problem(thief.openSession().then(), 401, "unknown-stick");

        VirtualStick accepted = VirtualStick.accepted();
        problem(
                new VirtualStick(victim.moduleId(), accepted.key()).openSession().then(),
                401,
                "unknown-stick");
    }

    @Test
    void aRecordedAnswerOpensNoSecondSession() {
        VirtualStick stick = VirtualStick.accepted();
        String challenge = VirtualStick.challenge();
        stick.answer(challenge).then().statusCode(200);
        problem(stick.answer(challenge).then(), 401, "challenge-refused");
    }

    @Test
    void anOldChallengeIsRefused() {
        VirtualStick stick = VirtualStick.accepted();
        String challenge = VirtualStick.challenge();
        TestClock.shift(Duration.ofSeconds(61));
        problem(stick.answer(challenge).then(), 401, "challenge-refused");
    }

    @Test
    void aChallengeThatIsNotFromHereIsRefused() {
        VirtualStick stick = VirtualStick.accepted();
        problem(stick.answer("made-up").then(), 401, "challenge-refused");
        problem(stick.answer("AAAA.AAAA").then(), 401, "challenge-refused");
    }

    @Test
    void aStickTokenIsNoChallengeAndAChallengeNoToken() {
        VirtualStick stick = VirtualStick.accepted();
        String token = stick.openSession().then().extract().path("token");
        problem(stick.answer(token.substring(4)).then(), 401, "challenge-refused");
        problem(checkIn("mls_" + VirtualStick.challenge()), 401, "invalid-token");
    }

    @Test
    void anExpiredTokenAsksForANewSession() {
        String token = VirtualStick.accepted().openSession().then().extract().path("token");
        checkIn(token).statusCode(200);
        TestClock.shift(Duration.ofMinutes(15));
        problem(checkIn(token), 401, "session-expired");
    }

    @Test
    void anAlteredTokenIsRefused() {
        String token = VirtualStick.accepted().openSession().then().extract().path("token");
        problem(checkIn(token.replace("mls_ey", "mls_ez")), 401, "invalid-token");
        problem(checkIn(token.substring(0, token.length() - 4)), 401, "invalid-token");
        problem(checkIn("mls_"), 401, "invalid-token");
        problem(checkIn("nonsense"), 401, "unauthenticated");
    }

    @Test
    void aTokenIsCheckedBeforeAnythingElse() {
        String token = VirtualStick.accepted().openSession().then().extract().path("token");
        problem(ask("mls_"), 401, "invalid-token");
        problem(ask(token), 405, "method-not-allowed");
    }

    @Test
    void aRetiredStickIsRefusedAtOnceThoughItsTokenLives() {
        VirtualStick stick = VirtualStick.accepted();
        String token = stick.openSession().then().extract().path("token");
        TestOperator.request()
                .post("/api/v1/sticks/{id}/retire", stick.id())
                .then()
                .statusCode(200);
        problem(checkIn(token), 403, "stick-not-accepted").body("state", equalTo("retired"));
    }

    private static ValidatableResponse checkIn(String token) {
        return VirtualStick.with(token).body(CHECK_IN).post("/api/v1/stick/check-ins").then();
    }

    /** By a method that is not there. */
    private static ValidatableResponse ask(String token) {
        return VirtualStick.with(token).get("/api/v1/stick/check-ins").then();
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:" + slug));
    }
}
