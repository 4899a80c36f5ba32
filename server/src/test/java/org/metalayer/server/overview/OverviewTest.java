package org.metalayer.server.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

@QuarkusTest
class OverviewTest {

    @Test
    void aStickThatAsksToJoinNeedsSomebodyUntilItIsAccepted() {
        UUID id = VirtualStick.fresh().id();
        String link = "/sticks/" + id;
        overview()
                .body("sticks.pending", greaterThanOrEqualTo(1))
                .body("attention.link", hasItem(link))
                .body("attention.find { it.link == '" + link + "' }.verb", equalTo("accept"))
                .body(
                        "attention.find { it.link == '" + link + "' }.kind",
                        equalTo("stick-pending"));
        TestOperator.request().post("/api/v1/sticks/" + id + "/accept").then().statusCode(200);
        overview()
                .body("sticks.total", greaterThanOrEqualTo(1))
                .body("attention.link", not(hasItem(link)));
    }

    @Test
    void isNotForStrangers() {
        given().get("/api/v1/overview").then().statusCode(401);
    }

    private static ValidatableResponse overview() {
        return TestOperator.request().get("/api/v1/overview").then().statusCode(200);
    }
}
