package org.metalayer.server.access.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.access.NewPassword;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.access.Operators;
import org.metalayer.server.access.Username;
import org.metalayer.server.testing.TestClock;

@QuarkusTest
class OperatorSessionTest {

    private static final String PASSWORD = "correct horse battery staple";

    @Inject Operators operators;

    private String username = "";

    @BeforeEach
    void somebody() {
        username = "op-" + UUID.randomUUID();
        operators.add(new Username(username), OperatorRole.OPERATOR, new NewPassword(PASSWORD));
    }

    @AfterEach
    void backToThePresent() {
        TestClock.reset();
    }

    @Test
    void aLoginSetsACookieThatScriptsAndOtherSitesNeverSee() {
        Response response = logIn(PASSWORD);
        response.then()
                .statusCode(200)
                .body("username", equalTo(username))
                .body("role", equalTo("operator"));
        assertThat(response.header("Set-Cookie"))
                .contains("metalayer_session=", "HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void theCookieSaysWhoIsLoggedInUntilLogout() {
        String cookie = cookie();
        with(cookie)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("username", equalTo(username));
        with(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
        with(cookie).get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void aStaleCookieDoesNotKeepAnybodyFromLoggingIn() {
        given().cookie("metalayer_session", "stale")
                .contentType("application/json")
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200);
    }

    @Test
    void anUnusedSessionEnds() {
        String cookie = cookie();
        TestClock.shift(Duration.ofHours(11));
        with(cookie).get("/api/v1/session").then().statusCode(200);
        TestClock.shift(Duration.ofHours(22));
        with(cookie).get("/api/v1/session").then().statusCode(200);
        TestClock.shift(Duration.ofHours(35));
        with(cookie).get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void aUsedSessionEndsTooSomeDay() {
        String cookie = cookie();
        for (int hours = 10; hours < 168; hours += 10) {
            TestClock.shift(Duration.ofHours(hours));
            with(cookie).get("/api/v1/session").then().statusCode(200);
        }
        TestClock.shift(Duration.ofDays(7));
        with(cookie).get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldApartByNothing() {
        String wrong = logIn("wrong").then().statusCode(401).extract().asString();
        String unknown =
                logIn("nobody-" + UUID.randomUUID(), PASSWORD)
                        .then()
                        .statusCode(401)
                        .extract()
                        .asString();
        assertThat(wrong).isEqualTo(unknown).contains("wrong-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", "admin ", "a/b"})
    void aNameThatNobodyCanHaveIsAnUnknownOne(String name) {
        logIn(name, PASSWORD).then().statusCode(401);
    }

    @Test
    void guessingIsSlowedDownAndTheRightPasswordWaitsToo() {
        for (int i = 0; i < 5; i++) {
            logIn("wrong").then().statusCode(401);
        }
        Response refused = logIn(PASSWORD);
        refused.then().statusCode(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 180);

        TestClock.shift(Duration.ofMinutes(4));
        logIn(PASSWORD).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "X-Nothing, said"
    })
    void anotherSiteCannotWriteWithTheCookie(String header, String value) {
        with(cookie())
                .header(header, value)
                .contentType("application/json")
                .body("{\"name\":\"x\",\"expires_in_days\":1}")
                .post("/api/v1/api-tokens")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:cross-site-request"));
    }

    @Test
    void theDashboardsOwnWritesPass() {
        String cookie = cookie();
        String self = "http://localhost:" + RestAssured.port;
        with(cookie).header("Origin", self).delete("/api/v1/session").then().statusCode(204);
    }

    private Response logIn(String password) {
        return logIn(username, password);
    }

    private static Response logIn(String username, String password) {
        return given().contentType("application/json")
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/session");
    }

    private String cookie() {
        return logIn(PASSWORD).then().statusCode(200).extract().cookie("metalayer_session");
    }

    private static RequestSpecification with(String cookie) {
        return given().cookie("metalayer_session", cookie);
    }
}
