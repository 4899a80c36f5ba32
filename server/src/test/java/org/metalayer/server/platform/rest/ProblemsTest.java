package org.metalayer.server.platform.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.testing.TestOperator;

@QuarkusTest
class ProblemsTest {

    private static final int TEN_MEGABYTES = 10 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"/nothing-here", "/feed/v9", "/q/nothing"})
    void anUnknownPathIsAProblemDocument(String path) {
        problem(given().get(path).then(), 404, "not-found").body("detail", containsString(path));
    }

    @Test
    void anUnknownPathOfTheApiIsTold() {
        problem(TestOperator.request().get("/api/v1/nothing-here").then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing-here", "/api/v1/sticks", "/api/v2", "/q/metrics"})
    void aStrangerIsToldToLogInWhateverIsThere(String path) {
        problem(given().get(path).then(), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
        problem(given().contentType("text/plain").delete(path).then(), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlo_wrong", "wrong"})
    void aTokenThatIsNoneIsToldApart(String token) {
        problem(
                given().header("Authorization", "Bearer " + token).get("/api/v1/sticks").then(),
                401,
                "unauthenticated");
    }

    @Test
    void anUnknownIdIsAProblemDocument() {
        problem(
                TestOperator.request().get("/api/v1/sticks/{id}", new UUID(1, 2)).then(),
                404,
                "not-found");
    }

    @Test
    void anAnonymousWatcherIsToldToLogIn() {
        problem(given().get("/api/v1/events").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer")
                .body("detail", containsString("/api/v1/session"));
    }

    @Test
    void aWrongMethodIsAProblemDocument() {
        problem(TestOperator.request().delete("/api/v1/sticks").then(), 405, "method-not-allowed");
    }

    @Test
    void aWrongContentTypeIsAProblemDocument() {
        problem(
                given().contentType("text/plain").body("x").post("/api/v1/session").then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void aRepresentationThatDoesNotExistIsAProblemDocument() {
        problem(
                TestOperator.request().accept("image/png").get("/api/v1/sticks").then(),
                406,
                "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"username\":\"a\"}",
                "{\"username\":7,\"password\":[]}",
                "{\"username\":\"a\",\"username\":\"b\",\"password\":\"c\"}",
                "{\"username\":\"a\",\"password\":\"b\"} trailing",
                "{\"username\":\"\",\"password\":\"b\"}",
            })
    void jsonThatDoesNotFitIsAProblemDocument(String body) {
        problem(login(body.getBytes(StandardCharsets.UTF_8)), 400, "invalid-request")
                .body("detail", not(containsString("org.")))
                .body("detail", not(containsString("java")));
    }

    @Test
    void anEmptyBodyIsAProblemDocument() {
        problem(login(new byte[0]), 400, "invalid-request");
    }

    @Test
    void invalidUtf8IsAProblemDocument() {
        byte[] body = "{\"username\":\"?\",\"password\":\"b\"}".getBytes(StandardCharsets.UTF_8);
        body[13] = (byte) 0xFF;
        problem(login(body), 400, "invalid-request");
    }

    @Test
    void deeplyNestedJsonIsAProblemDocument() {
        String body = "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        problem(login(body.getBytes(StandardCharsets.UTF_8)), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/session",
                "/api/v1/stick/enrolments",
                "/api/v1/stick/sessions",
                "/api/v1/stick/session-challenges"
            })
    void aHugeBodyIsRefusedBeforeAnybodyReadsIt(String path) {
        problem(
                        given().contentType("application/json")
                                .body(new byte[TEN_MEGABYTES])
                                .post(path)
                                .then(),
                        413,
                        "too-large")
                .body("detail", containsString("16,384 bytes"));
    }

    @Test
    void anUnexpectedFailureSaysNothingOfTheInside() {
        problem(TestOperator.request().get("/api/v1/faulty").then(), 500, "internal-error")
                .body("detail", containsString("reference"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void aMistakeOfTheMainSystemIsNotTheCallersWhoeverMissesSomething() {
        problem(
                TestOperator.request().get("/api/v1/faulty/presumptuous").then(),
                500,
                "internal-error");
    }

    @Test
    void everyAnswerForbidsFramesAndForeignScripts() {
        given().get("/q/health")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void metricsNeedAnOperator() {
        given().get("/q/metrics").then().statusCode(401);
        TestOperator.request().get("/q/metrics").then().statusCode(200);
    }

    private static ValidatableResponse login(byte[] body) {
        return given().contentType("application/json").body(body).post("/api/v1/session").then();
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:" + slug))
                .body("status", equalTo(status));
    }
}
