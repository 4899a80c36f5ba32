package org.metalayer.server.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedResourceTest {

    @Test
    void tellsAStrangerWhoseFeedThisIs() {
        given().get("/feed/v1")
                .then()
                .statusCode(200)
                .body("name", equalTo("Meta Layer"))
                .body("version", matchesPattern("[0-9]+\\.[0-9]+\\.[0-9]+.*"));
    }
}
