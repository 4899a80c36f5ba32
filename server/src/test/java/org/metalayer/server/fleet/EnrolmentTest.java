package org.metalayer.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

@QuarkusTest
class EnrolmentTest {

    @AfterEach
    void backToThePresent() {
        TestClock.reset();
    }

    @Test
    void aStrangerWaitsAndLearnsWhomToTrust() {
        VirtualStick.fresh()
                .enrol()
                .then()
                .statusCode(200)
                .body("state", equalTo("pending"))
                .body("retry_after_seconds", equalTo(5))
                .body("server_time", matchesPattern("\\d{4}-.*Z"))
                .body("trust.root_sha256", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void askingAgainAnswersTheSameStick() {
        VirtualStick stick = VirtualStick.fresh();
        assertThat(stick.id()).isEqualTo(stick.id());
    }

    @Test
    void simultaneousRequestsOfOneStickEnrolItOnce() {
        VirtualStick stick = VirtualStick.fresh();
        assertThat(together(8, stick::id).distinct()).hasSize(1);
    }

    @Test
    void aTakenModuleIdIsRefusedToAnotherKey() {
        VirtualStick first = VirtualStick.fresh();
        first.enrol().then().statusCode(200);

        VirtualStick.named(first.moduleId().value())
                .enrol()
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:module-id-taken"))
                .body("detail", containsString("choose another module id"));
    }

    @Test
    void aKeyKeepsItsModuleId() {
        VirtualStick first = VirtualStick.fresh();
        first.enrol().then().statusCode(200);

        new VirtualStick(VirtualStick.fresh().moduleId(), first.key())
                .enrol()
                .then()
                .statusCode(409)
                .body("detail", containsString(first.moduleId().value()));
    }

    @Test
    void aRejectedStickGivesItsModuleIdFreeAndCannotTakeItBack() {
        VirtualStick first = VirtualStick.fresh();
        String rejected = first.id().toString();
        verb(rejected, "reject").statusCode(200);

        VirtualStick second = VirtualStick.named(first.moduleId().value());
        second.enrol().then().statusCode(200).body("state", equalTo("pending"));
        verb(rejected, "accept").statusCode(409).body("title", containsString("module id"));
    }

    @Test
    void anEnrolmentCodeAcceptsAtOnceAndOnlySoManyTimes() {
        String code = code(2, 1);
        assertThat(state(VirtualStick.fresh(), code)).isEqualTo("accepted");
        assertThat(state(VirtualStick.fresh(), code)).isEqualTo("accepted");
        assertThat(state(VirtualStick.fresh(), code)).isEqualTo("pending");
    }

    @Test
    void aCodeIsNotUsedUpByTheSameStickAskingAgain() {
        String code = code(1, 1);
        VirtualStick stick = VirtualStick.fresh();
        assertThat(state(stick, code)).isEqualTo("accepted");
        assertThat(state(stick, code)).isEqualTo("accepted");
    }

    @Test
    void aWaitingStickThatComesBackWithACodeIsAccepted() {
        VirtualStick stick = VirtualStick.fresh();
        assertThat(state(stick, "mlc_unknown")).isEqualTo("pending");
        assertThat(state(stick, code(1, 1))).isEqualTo("accepted");
    }

    @Test
    void aCodeWithOneUseAcceptsOneOfManySimultaneousSticks() {
        String code = code(1, 1);
        assertThat(together(8, () -> state(VirtualStick.fresh(), code)))
                .containsOnlyOnce("accepted")
                .contains("pending");
    }

    @Test
    void anExpiredCodeAcceptsNobody() {
        String code = code(1, 1);
        TestClock.shift(Duration.ofHours(2));
        assertThat(state(VirtualStick.fresh(), code)).isEqualTo("pending");
    }

    @Test
    void aRevokedCodeAcceptsNobody() {
        JsonPath created = createCode(1, 1);
        TestOperator.request()
                .delete("/api/v1/enrolment-codes/{id}", created.getString("id"))
                .then()
                .statusCode(204);
        assertThat(state(VirtualStick.fresh(), created.getString("code"))).isEqualTo("pending");
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() {
        VirtualStick stick = VirtualStick.fresh();
        SigningKey thief = SigningKey.generate(new SecureRandom());
        byte[] forged = stick.enrolment(Optional.empty()).sign(thief).encode();

        VirtualStick.post("enrolments", forged)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:invalid-signature"));
    }

    @Test
    void aDocumentOfAnotherTypeIsRefused() {
        VirtualStick stick = VirtualStick.fresh();
        byte[] payload = stick.enrolment(Optional.empty()).sign(stick.key()).unverifiedPayload();
        byte[] outcome = Envelope.sign(PayloadType.OUTCOME, payload, stick.key()).encode();

        VirtualStick.post("enrolments", outcome).then().statusCode(422);
    }

    @Test
    void aKeyOfSmallOrderIsRefused() {
        VirtualStick stick = VirtualStick.fresh();
        byte[] smallOrder = new byte[32];
        smallOrder[0] = 1;
        String payload =
                new String(
                                stick.enrolment(Optional.empty())
                                        .sign(stick.key())
                                        .unverifiedPayload(),
                                StandardCharsets.UTF_8)
                        .replace(
                                stick.key().publicKey().base64(),
                                Base64.getEncoder().encodeToString(smallOrder));
        byte[] envelope =
                Envelope.sign(
                                PayloadType.ENROLMENT,
                                payload.getBytes(StandardCharsets.UTF_8),
                                stick.key())
                        .encode();

        VirtualStick.post("enrolments", envelope)
                .then()
                .statusCode(400)
                .body("detail", containsString("small order"));
    }

    private static String state(VirtualStick stick, String code) {
        return stick.enrol(Optional.of(code)).then().statusCode(200).extract().path("state");
    }

    private static String code(int uses, int hours) {
        return createCode(uses, hours).getString("code");
    }

    private static JsonPath createCode(int uses, int hours) {
        return TestOperator.request()
                .body(Map.of("note", "test", "uses", uses, "expires_in_hours", hours))
                .post("/api/v1/enrolment-codes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse verb(String id, String verb) {
        return TestOperator.request().post("/api/v1/sticks/{id}/{verb}", id, verb).then();
    }

    private static <T> Stream<T> together(int times, Supplier<T> work) {
        List<CompletableFuture<T>> running =
                Stream.generate(() -> CompletableFuture.supplyAsync(work)).limit(times).toList();
        return running.stream().map(CompletableFuture::join);
    }
}
