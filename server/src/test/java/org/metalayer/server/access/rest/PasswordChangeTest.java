package org.metalayer.server.access.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordChangeTest {

    private static final String NEXT = "another horse altogether";

    @Test
    void whoChangesItStaysAndEverybodyElseWithTheirNameIsOut() {
        Somebody somebody = Somebody.with("viewer");
        RequestSpecification here = somebody.session();
        RequestSpecification elsewhere = somebody.session();

        change(here, Somebody.PASSWORD, NEXT).then().statusCode(204);
        here.get("/api/v1/session").then().statusCode(200);
        elsewhere.get("/api/v1/session").then().statusCode(401);
        somebody.logIn(Somebody.PASSWORD).then().statusCode(401);
        somebody.logIn(NEXT).then().statusCode(200);
    }

    @Test
    void aTokenDoesForWhoHasNoBrowser() {
        Somebody somebody = Somebody.with("viewer");
        RequestSpecification session = somebody.session();
        change(somebody.token(), Somebody.PASSWORD, NEXT).then().statusCode(204);
        session.get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void aSessionThatWasLeftOpenIsNotEnough() {
        Somebody somebody = Somebody.with("viewer");
        RequestSpecification session = somebody.session();
        refused(change(session, "not the present one", NEXT), 403, "wrong-password");
        session.get("/api/v1/session").then().statusCode(200);
        somebody.logIn(Somebody.PASSWORD).then().statusCode(200);
    }

    @Test
    void guessingIsAsSlowAsAtALogin() {
        Somebody somebody = Somebody.with("viewer");
        RequestSpecification session = somebody.session();
        for (int i = 0; i < 5; i++) {
            change(session, "guess number " + i, NEXT).then().statusCode(403);
        }
        Response refusal = change(session, Somebody.PASSWORD, NEXT);
        refused(refusal, 429, "too-many-requests");
        assertThat(refusal.header("Retry-After")).isNotNull();
    }

    @Test
    void theNewOneMustDo() {
        Somebody somebody = Somebody.with("viewer");
        refused(
                change(somebody.session(), Somebody.PASSWORD, "too short"),
                400,
                "unsuitable-password");
        somebody.logIn(Somebody.PASSWORD).then().statusCode(200);
    }

    private static Response change(RequestSpecification by, String present, String next) {
        return by.body(Map.of("current_password", present, "new_password", next))
                .post("/api/v1/session/password");
    }

    private static void refused(Response response, int status, String slug) {
        response.then().statusCode(status).body("type", equalTo("urn:metalayer:problem:" + slug));
    }
}
