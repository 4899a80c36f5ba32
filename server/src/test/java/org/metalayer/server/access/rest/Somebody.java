package org.metalayer.server.access.rest;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.metalayer.server.testing.TestOperator;

/** An operator made for one test, as an administrator would make them. */
public record Somebody(String id, String username, String password) {

    static final String PASSWORD = "correct horse battery staple";

    public static Somebody with(String role) {
        String username = role + "-" + UUID.randomUUID();
        String id =
                TestOperator.request()
                        .body(Map.of("username", username, "role", role, "password", PASSWORD))
                        .post("/api/v1/operators")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return new Somebody(id, username, PASSWORD);
    }

    Response logIn(String given) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", given))
                .post("/api/v1/session");
    }

    /** A request of a new session, as the dashboard sends it. */
    public RequestSpecification session() {
        String cookie =
                logIn(password).then().statusCode(200).extract().cookie("metalayer_session");
        return given().cookie("metalayer_session", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(ContentType.JSON);
    }

    /** A request with a new API token. */
    RequestSpecification token() {
        String token =
                session()
                        .body(Map.of("name", "test", "expires_in_days", 1))
                        .post("/api/v1/api-tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("token");
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** What an administrator changes of them. */
    public Response patch(Map<String, Object> change) {
        return TestOperator.request().body(change).patch("/api/v1/operators/{id}", id);
    }
}
