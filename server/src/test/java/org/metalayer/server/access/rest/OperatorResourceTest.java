package org.metalayer.server.access.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.testing.TestOperator;

@QuarkusTest
class OperatorResourceTest {

    private static final String OPERATORS = "/api/v1/operators";

    @Test
    void aMadeUpPasswordIsToldOnceAndOpensTheDoor() {
        String username = "new-" + UUID.randomUUID();
        Response added = add(Map.of("username", username, "role", "operator"));
        added.then().statusCode(201).body("role", equalTo("operator"));
        String password = added.path("password");

        new Somebody(added.path("id"), username, password).logIn(password).then().statusCode(200);
        assertThat(TestOperator.request().get(OPERATORS).asString())
                .contains(username)
                .doesNotContain(password, "password", "pbkdf2");
    }

    @Test
    void aChosenPasswordIsNotSaidBack() {
        Response added =
                add(
                        Map.of(
                                "username",
                                "new-" + UUID.randomUUID(),
                                "role",
                                "viewer",
                                "password",
                                Somebody.PASSWORD));
        assertThat(added.then().statusCode(201).extract().asString()).doesNotContain("password");
    }

    @Test
    void everybodyIsListedByName() {
        Somebody.with("viewer");
        List<String> names = TestOperator.request().get(OPERATORS).path("items.username");
        assertThat(names).contains("admin").isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aNameIsGivenOnce() {
        Somebody first = Somebody.with("viewer");
        refused(
                add(Map.of("username", first.username(), "role", "administrator")),
                409,
                "username-taken");
        first.logIn(Somebody.PASSWORD).then().statusCode(200).body("role", equalTo("viewer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\":\"somebody\"}",
                "{\"username\":\"\",\"role\":\"viewer\"}",
                "{\"username\":\"Somebody\",\"role\":\"viewer\"}",
                "{\"username\":\"some body\",\"role\":\"viewer\"}",
                "{\"username\":\"policy\",\"role\":\"viewer\"}",
                "{\"username\":\"somebody\",\"role\":\"stick\"}",
                "{\"username\":\"somebody\",\"role\":\"OPERATOR\"}",
            })
    void whatCannotBeAnOperatorIsRefused(String body) {
        refused(TestOperator.request().body(body).post(OPERATORS), 400, "invalid-request");
    }

    @Test
    void aShortPasswordIsRefusedAndTheLengthIsSaid() {
        Somebody somebody = Somebody.with("viewer");
        Response refusal = setPassword(somebody, Map.of("password", "elevenchars"));
        refused(refusal, 400, "unsuitable-password");
        refusal.then().body("detail", containsString("11 characters and needs at least 12"));
        setPassword(somebody, Map.of("password", "twelve chars")).then().statusCode(200);
    }

    @Test
    void anotherRoleCountsAtOnce() {
        Somebody somebody = Somebody.with("viewer");
        RequestSpecification token = somebody.token();
        token.get("/api/v1/enrolment-codes").then().statusCode(403);
        somebody.patch(Map.of("role", "operator"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));
        token.get("/api/v1/enrolment-codes").then().statusCode(200);
        token.get(OPERATORS).then().statusCode(403);
    }

    @Test
    void whoDecidedOnAnOldPictureIsTold() {
        Somebody somebody = Somebody.with("viewer");
        String seen = TestOperator.request().get(OPERATORS + "/{id}", somebody.id()).header("ETag");
        somebody.patch(Map.of("role", "operator")).then().statusCode(200);
        refused(
                TestOperator.request()
                        .header("If-Match", seen)
                        .body(Map.of("disabled", true))
                        .patch(OPERATORS + "/{id}", somebody.id()),
                412,
                "stale-version");
        somebody.logIn(Somebody.PASSWORD).then().statusCode(200);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndForGoodWithWhatTheyHad() {
        Somebody somebody = Somebody.with("operator");
        RequestSpecification session = somebody.session();
        RequestSpecification token = somebody.token();
        session.get("/api/v1/session").then().statusCode(200);
        token.get("/api/v1/session").then().statusCode(200);

        somebody.patch(Map.of("disabled", true)).then().statusCode(200);
        session.get("/api/v1/session").then().statusCode(401);
        token.get("/api/v1/session").then().statusCode(401);
        String refusal = refused(somebody.logIn(Somebody.PASSWORD), 401, "wrong-credentials");
        assertThat(refusal)
                .isEqualTo(refused(somebody.logIn("no, not this"), 401, "wrong-credentials"));

        somebody.patch(Map.of("disabled", false)).then().statusCode(200);
        somebody.logIn(Somebody.PASSWORD).then().statusCode(200);
        session.get("/api/v1/session").then().statusCode(401);
        token.get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void aNewPasswordEndsSessionsAndLeavesPrograms() {
        Somebody somebody = Somebody.with("operator");
        RequestSpecification session = somebody.session();
        RequestSpecification token = somebody.token();

        String password =
                setPassword(somebody, Map.of()).then().statusCode(200).extract().path("password");
        session.get("/api/v1/session").then().statusCode(401);
        token.get("/api/v1/session").then().statusCode(200);
        somebody.logIn(Somebody.PASSWORD).then().statusCode(401);
        somebody.logIn(password).then().statusCode(200);
    }

    @Test
    void nobodyUnknownIsChanged() {
        Somebody unknown = new Somebody(new UUID(1, 2).toString(), "nobody", "");
        refused(unknown.patch(Map.of("disabled", true)), 404, "not-found");
        refused(setPassword(unknown, Map.of()), 404, "not-found");
    }

    private static Response add(Map<String, Object> wanted) {
        return TestOperator.request().body(wanted).post(OPERATORS);
    }

    private static Response setPassword(Somebody of, Map<String, Object> wanted) {
        return TestOperator.request().body(wanted).post(OPERATORS + "/{id}/password", of.id());
    }

    private static String refused(Response response, int status, String slug) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:" + slug))
                .extract()
                .asString();
    }
}
