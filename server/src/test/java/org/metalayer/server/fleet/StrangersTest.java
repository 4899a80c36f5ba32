package org.metalayer.server.fleet;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** Strangers cannot fill a table, the memory or the time of the Main System. */
@QuarkusTest
@TestProfile(StrangersTest.SmallLimits.class)
class StrangersTest {

    private static final int PER_MINUTE = 20;
    private static final int PENDING = 3;
    private static final int PENDING_FROM_HERE = 2;

    /** A Main System that lets in few. */
    public static final class SmallLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "metalayer.enrolment.requests-per-minute", Integer.toString(PER_MINUTE),
                    "metalayer.session.requests-per-minute", Integer.toString(PER_MINUTE),
                    "metalayer.enrolment.pending", Integer.toString(PENDING),
                    "metalayer.enrolment.pending-per-address", Integer.toString(PENDING_FROM_HERE));
        }
    }

    private static Duration now = Duration.ZERO;

    @Inject SimulatedFleet fleet;
    @Inject Sql sql;

    @BeforeEach
    void whenEverythingIsForgotten() throws IOException {
        now = now.plusMinutes(10);
        TestClock.shift(now);
        fleet.clear();
    }

    @AfterEach
    void backToThePresent() {
        TestClock.reset();
    }

    @Test
    void oneAddressHasFewPlacesAmongThoseWhoWait() {
        enrolled(PENDING_FROM_HERE);

        refused(VirtualStick.fresh().enrol(), "2 sticks from here wait already");
        assertThat(sql.number("SELECT count(*) FROM stick")).isEqualTo(PENDING_FROM_HERE);
    }

    @Test
    void whoAsksAgainNeedsNoSecondPlace() {
        List<VirtualStick> sticks = enrolled(PENDING_FROM_HERE);

        sticks.getFirst().enrol().then().statusCode(200).body("state", equalTo("pending"));
    }

    @Test
    void aDecisionGivesThePlaceFreeAndForgetsTheAddress() {
        VirtualStick first = enrolled(PENDING_FROM_HERE).getFirst();

        TestOperator.request()
                .post("/api/v1/sticks/{id}/accept", first.id())
                .then()
                .statusCode(200);

        VirtualStick.fresh().enrol().then().statusCode(200);
        assertThat(
                        sql.number(
                                "SELECT count(*) FROM stick WHERE enrolled_from IS NULL"
                                        + " AND state = 'ACCEPTED'"))
                .isOne();
    }

    @Test
    void allTogetherHaveFewPlacesToo() {
        enrolled(PENDING_FROM_HERE);
        sql.update("UPDATE stick SET enrolled_from = '203.0.113.7'");
        enrolled(PENDING - PENDING_FROM_HERE);

        refused(VirtualStick.fresh().enrol(), "3 sticks wait already");
    }

    @Test
    void aFullListTakesWhoHasACode() {
        enrolled(PENDING_FROM_HERE);
        String code =
                TestOperator.request()
                        .body("{\"note\":\"\",\"uses\":1,\"expires_in_hours\":1}")
                        .post("/api/v1/enrolment-codes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("code");

        VirtualStick.fresh()
                .enrol(Optional.of(code))
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));
    }

    @Test
    void oneAddressCannotKnockWithoutEnd() {
        knocks(400, i -> VirtualStick.post("enrolments", new byte[] {'{'}));
    }

    @Test
    void noHeaderMakesAnotherAddress() {
        knocks(
                400,
                i ->
                        given().header("X-Forwarded-For", "203.0.113." + i % 250)
                                .header("Forwarded", "for=203.0.113." + i % 250)
                                .contentType("application/json")
                                .body(new byte[] {'{'})
                                .post("/api/v1/stick/enrolments"));
    }

    @Test
    void oneAddressCannotAskForChallengesWithoutEnd() {
        knocks(200, i -> given().post("/api/v1/stick/session-challenges"));
    }

    @Test
    void oneAddressCannotGuessAnswersWithoutEnd() {
        byte[] answer = "{}".getBytes(UTF_8);
        knocks(400, i -> VirtualStick.post("sessions", answer));
    }

    @Test
    void aMinuteLaterTheDoorIsOpenAgain() {
        knocks(200, i -> given().post("/api/v1/stick/session-challenges"));

        TestClock.shift(now.plusMinutes(2));

        given().post("/api/v1/stick/session-challenges").then().statusCode(200);
    }

    /** Some are let in, later ones are told when to come back. */
    private static void knocks(int letIn, IntFunction<Response> knock) {
        List<Response> answers = IntStream.range(0, 10 * PER_MINUTE).mapToObj(knock).toList();
        assertThat(answers)
                .extracting(Response::statusCode)
                .contains(letIn, 429)
                .containsOnly(letIn, 429);
        answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .forEach(answer ->
                        assertThat(Integer.parseInt(answer.header("Retry-After")))
                                .isBetween(1, 60));
    }

    private static List<VirtualStick> enrolled(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> VirtualStick.fresh())
                .peek(stick -> stick.enrol().then().statusCode(200))
                .toList();
    }

    private static void refused(Response answer, String why) {
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "600")
                .body("type", equalTo("urn:metalayer:problem:pending-list-full"))
                .body("detail", containsString(why))
                .body("detail", containsString("an operator must accept or reject some first"));
    }
}
