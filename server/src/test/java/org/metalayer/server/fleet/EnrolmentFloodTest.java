package org.metalayer.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

@QuarkusTest
@TestProfile(EnrolmentFloodTest.SmallLimits.class)
class EnrolmentFloodTest {

    private static final int PER_MINUTE = 20;

    /** A Main System that lets in few. */
    public static final class SmallLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "metalayer.enrolment.requests-per-minute",
                    Integer.toString(PER_MINUTE),
                    "metalayer.enrolment.pending",
                    "1");
        }
    }

    @BeforeEach
    void aMinuteLater() {
        TestClock.shift(Duration.ofMinutes(5));
    }

    @AfterEach
    void backToThePresent() {
        TestClock.reset();
    }

    @Test
    void aFullListRefusesStrangersButNotThoseWithACode() {
        Response last = VirtualStick.fresh().enrol();
        if (last.statusCode() == 200) {
            last = VirtualStick.fresh().enrol();
        }
        last.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "600")
                .body("type", equalTo("urn:metalayer:problem:pending-list-full"))
                .body("detail", containsString("an operator must accept or reject some first"));

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
        TestClock.shift(Duration.ofMinutes(10));
        assertThat(
                        IntStream.range(0, 10 * PER_MINUTE)
                                .map(i ->
                                        VirtualStick.post("enrolments", new byte[] {'{'})
                                                .statusCode()))
                .contains(400, 429)
                .containsOnly(400, 429);
    }
}
