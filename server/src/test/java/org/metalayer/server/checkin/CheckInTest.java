package org.metalayer.server.checkin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

@QuarkusTest
class CheckInTest {

    private static final String PLAYER =
            "{\"component\":\"music-player\",\"release_id\":\"%s\",\"version\":%d,\"local_changes\":3}";

    @AfterEach
    void backToThePresent() {
        TestClock.reset();
    }

    @Test
    void aStickThatChecksInIsOnlineUntilItIsSilentForTooLong() {
        VirtualStick stick = VirtualStick.accepted();
        checkIn(stick, body("0.1.0", ""))
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("next_check_in_seconds", equalTo(300))
                .body("server_time", matchesPattern("\\d{4}-.*Z"));
        view(stick)
                .body("online", equalTo(true))
                .body("last_seen_at", matchesPattern("\\d{4}-.*Z"));

        TestClock.shift(Duration.ofMinutes(11));
        view(stick).body("online", equalTo(false));
    }

    @Test
    void whatAStickRunsIsReplacedByWhatItSaysNext() {
        VirtualStick stick = VirtualStick.accepted();
        UUID release = UUID.randomUUID();
        checkIn(stick, body("0.1.0", PLAYER.formatted(release, 1))).statusCode(200);
        view(stick)
                .body("agent_version", equalTo("0.1.0"))
                .body("installed.component", contains("music-player"))
                .body("installed[0].release_id", equalTo(release.toString()))
                .body("installed[0].local_changes", equalTo(3));

        checkIn(stick, body("0.2.0", PLAYER.formatted(release, 2))).statusCode(200);
        view(stick).body("agent_version", equalTo("0.2.0")).body("installed.version", contains(2));
        checkIn(stick, body("0.2.0", "")).statusCode(200);
        view(stick).body("installed.version", equalTo(List.of()));
    }

    @Test
    void whatItRunsOnIsWhatItSaidLast() {
        VirtualStick stick = VirtualStick.accepted();
        checkIn(stick, on("metalayer-console-amd64")).statusCode(200);
        view(stick).body("hardware_class", equalTo("metalayer-console-amd64"));
        checkIn(stick, body("0.1.0", "")).statusCode(200);
        view(stick).body("hardware_class", equalTo("metalayer-console-amd64"));
        checkIn(stick, on("linux-amd64")).statusCode(200);
        view(stick).body("hardware_class", equalTo("linux-amd64"));
    }

    private static String on(String hardwareClass) {
        return body("0.1.0", "")
                .replaceFirst("\\{", "{\"hardware_class\":\"" + hardwareClass + "\",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"agent_version\":\"1\",\"installed\":[],\"free_bytes\":-1,\"clock\":\"2026-01-01T00:00:00Z\"}",
                "{\"agent_version\":\"1\",\"installed\":[],\"free_bytes\":1e99,\"clock\":\"2026-01-01T00:00:00Z\"}",
                "{\"agent_version\":\"1\",\"installed\":[],\"free_bytes\":1,\"clock\":\"yesterday\"}",
                "{\"agent_version\":\"1\",\"agent_version\":\"2\",\"installed\":[],\"free_bytes\":1,\"clock\":\"2026-01-01T00:00:00Z\"}",
                "{\"agent_version\":\"\\u0000\",\"installed\":[],\"free_bytes\":1,\"clock\":\"2026-01-01T00:00:00Z\"}"
            })
    void aMalformedCheckInIsRefused(String body) {
        checkIn(VirtualStick.accepted(), body).statusCode(400);
    }

    @Test
    void aComponentNamedTwiceIsRefused() {
        String player = PLAYER.formatted(UUID.randomUUID(), 1);
        checkIn(VirtualStick.accepted(), body("1", player + "," + player)).statusCode(400);
    }

    @Test
    void strangersAndOperatorsCannotCheckIn() {
        given().contentType("application/json")
                .body(body("1", ""))
                .post("/api/v1/stick/check-ins")
                .then()
                .statusCode(401);
        TestOperator.request()
                .body(body("1", ""))
                .post("/api/v1/stick/check-ins")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse checkIn(VirtualStick stick, String body) {
        return stick.session().body(body).post("/api/v1/stick/check-ins").then();
    }

    private static ValidatableResponse view(VirtualStick stick) {
        return TestOperator.request().get("/api/v1/sticks/{id}", stick.id()).then().statusCode(200);
    }

    private static String body(String agentVersion, String installed) {
        return """
        {"agent_version":"%s","installed":[%s],"free_bytes":123,"clock":"2036-01-01T00:00:00Z"}\
        """
                .formatted(agentVersion, installed);
    }
}
