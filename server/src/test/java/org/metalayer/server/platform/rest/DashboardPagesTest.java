package org.metalayer.server.platform.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DashboardPagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sticks", "/rollouts/0b5e7a4e-0000-0000-0000-000000000000"})
    void aBrowserGetsTheDashboardAtEachOfItsAddresses(String path) {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("<html"))
                .header("Content-Security-Policy", containsString("script-src 'self'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed/v1/nothing", "/q/nothing", "/assets/gone.js"})
    void aBrowserGetsNoDashboardWhereOtherThingsLive(String path) {
        given().accept("text/html")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sticks", "/..%2f..%2fetc/passwd", "/%00"})
    void aProgramGetsAProblemDocument(String path) {
        given().urlEncodingEnabled(false)
                .accept("application/json")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
