package org.metalayer.server.access.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

@QuarkusTest
class ApiTokenTest {

    @AfterEach
    void backToThePresent() {
        TestClock.reset();
    }

    @Test
    void aTokenActsForItsOperatorUntilItIsRevoked() {
        JsonPath created = create("{\"name\":\"backup\",\"expires_in_days\":1}").jsonPath();
        String secret = created.getString("token");
        whoAmI(secret).statusCode(200).body("username", equalTo("admin"));
        TestOperator.request()
                .delete("/api/v1/api-tokens/{id}", created.getString("id"))
                .then()
                .statusCode(204);
        whoAmI(secret).statusCode(401);
    }

    @Test
    void aTokenIsShownOnce() {
        String secret = create("{\"name\":\"x\",\"expires_in_days\":1}").path("token");
        assertThat(secret).startsWith("mlo_");
        assertThat(TestOperator.request().get("/api/v1/api-tokens").asString())
                .doesNotContain(secret)
                .contains("local command line");
    }

    @Test
    void anExpiredTokenIsRefused() {
        String secret = create("{\"name\":\"x\",\"expires_in_days\":1}").path("token");
        TestClock.shift(Duration.ofDays(1));
        whoAmI(secret)
                .statusCode(401)
                .body(
                        "detail",
                        equalTo(
                                "the token is unknown, revoked or expired; create another at"
                                        + " /api/v1/api-tokens"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlo_", "mlo_unknown", "Basic", "mlo_\u00e9"})
    void anUnknownTokenIsRefused(String token) {
        whoAmI(token).statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"expires_in_days\":1}",
                "{\"name\":\"x\",\"expires_in_days\":0}",
                "{\"name\":\"x\",\"expires_in_days\":367}",
                "{\"name\":\"x\",\"expires_in_days\":1.5}"
            })
    void aMalformedWishIsRefused(String body) {
        TestOperator.request().body(body).post("/api/v1/api-tokens").then().statusCode(400);
    }

    private static ExtractableResponse<?> create(String body) {
        return TestOperator.request()
                .body(body)
                .post("/api/v1/api-tokens")
                .then()
                .statusCode(201)
                .extract();
    }

    private static ValidatableResponse whoAmI(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/session").then();
    }
}
