package org.metalayer.server.access.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metalayer.server.testing.TestOperator;

/** Somebody can always let the others in again. */
@QuarkusTest
class LastAdministratorTest {

    private static final String ADMINISTRATORS =
            "items.findAll { it.role == 'administrator' && !it.disabled }.username";

    /** The machine's own token acts for whoever is left. */
    @AfterEach
    void onlyAdminAgain() {
        admin().patch(Map.of("role", "administrator", "disabled", false)).then().statusCode(200);
    }

    static List<Map<String, Object>> waysOut() {
        return List.of(
                Map.of("disabled", true),
                Map.of("role", "operator"),
                Map.of("role", "viewer"),
                Map.of("role", "viewer", "disabled", true));
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void theLastOneStays(Map<String, Object> out) {
        admin().patch(out)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:metalayer:problem:last-administrator"));
        assertThat(administrators()).containsExactly("admin");
    }

    @Test
    void whoIsDisabledDoesNotCount() {
        Somebody other = Somebody.with("administrator");
        other.patch(Map.of("disabled", true)).then().statusCode(200);
        admin().patch(Map.of("disabled", true)).then().statusCode(409);
        other.patch(Map.of("role", "viewer")).then().statusCode(200);
    }

    @Test
    void theMachineActsForWhoeverIsLeft() {
        Somebody other = Somebody.with("administrator");
        Somebody admin = admin();
        String before = TestOperator.token();

        admin.patch(Map.of("disabled", true)).then().statusCode(200);
        assertThat(TestOperator.token()).isNotEqualTo(before);
        TestOperator.request()
                .get("/api/v1/session")
                .then()
                .body("username", equalTo(other.username()));

        admin.patch(Map.of("disabled", false)).then().statusCode(200);
        other.patch(Map.of("role", "viewer")).then().statusCode(200);
        TestOperator.request().get("/api/v1/session").then().body("username", equalTo("admin"));
    }

    @Test
    void ofTwoWhoDisableEachOtherOneStays() {
        Somebody admin = admin();
        Somebody other = Somebody.with("administrator");
        List<CompletableFuture<Response>> racing =
                Stream.of(admin, other)
                        .map(who ->
                                CompletableFuture.supplyAsync(
                                        () -> who.patch(Map.of("disabled", true))))
                        .toList();
        List<Integer> statuses =
                racing.stream().map(CompletableFuture::join).map(Response::statusCode).toList();

        assertThat(statuses).containsOnlyOnce(200).doesNotContain(500);
        assertThat(administrators()).hasSize(1);
        admin.patch(Map.of("disabled", false)).then().statusCode(200);
        other.patch(Map.of("role", "viewer")).then().statusCode(200);
    }

    private static Somebody admin() {
        String id =
                TestOperator.request()
                        .get("/api/v1/operators")
                        .path("items.find { it.username == 'admin' }.id");
        return new Somebody(id, "admin", "");
    }

    private static List<String> administrators() {
        return TestOperator.request().get("/api/v1/operators").path(ADMINISTRATORS);
    }
}
