package org.metalayer.server.platform.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsTest {

    @Test
    void anUnknownApiPathIsAProblemDocument() {
        given().get("/api/v1/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:not-found"))
                .body("detail", containsString("/api/v1/nothing-here"));
    }

    @Test
    void anAnonymousWatcherIsToldToLogIn() {
        given().get("/api/v1/events")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("/api/v1/session"));
    }

    @Test
    void everyAnswerForbidsFramesAndForeignScripts() {
        given().get("/q/health")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff");
    }
}
