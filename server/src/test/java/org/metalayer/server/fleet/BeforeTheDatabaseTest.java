package org.metalayer.server.fleet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.VirtualStick;

/**
 * What strangers send is refused without the database: the test holds every connection there is, so
 * that whoever wants one waits for ever.
 */
@QuarkusTest
class BeforeTheDatabaseTest {

    @Inject DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private final List<Connection> held = new ArrayList<>();

    @AfterEach
    void giveBack() throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
        TestClock.reset();
    }

    @Test
    void tokensAreCheckedAndChallengesAreMadeWithoutAnyConnection() throws SQLException {
        VirtualStick stick = VirtualStick.accepted();
        String token = stick.openSession().then().statusCode(200).extract().path("token");
        for (int i = 0; i < connections; i++) {
            held.add(database.getConnection());
        }

        given().post("/api/v1/stick/session-challenges").then().statusCode(200);
        problem(stick.answer("made-up").then(), "challenge-refused");
        for (String altered :
                List.of(
                        "mls_",
                        "mls_AAAA.AAAA",
                        token.substring(0, token.length() - 4),
                        token.replace("mls_ey", "mls_ez"))) {
            problem(checkIn(altered), "invalid-token");
        }
        TestClock.shift(Duration.ofMinutes(15));
        problem(checkIn(token), "session-expired");
        problem(
                VirtualStick.with(token).body("{}").post("/api/v1/stick/upgrade-reports").then(),
                "session-expired");
    }

    private static ValidatableResponse checkIn(String token) {
        return VirtualStick.with(token).body("{}").post("/api/v1/stick/check-ins").then();
    }

    private static void problem(ValidatableResponse response, String slug) {
        response.statusCode(401).body("type", equalTo("urn:metalayer:problem:" + slug));
    }
}
