package org.metalayer.server.access.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.server.access.ApiTokens;
import org.metalayer.server.access.NewPassword;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.access.Operators;
import org.metalayer.server.access.Username;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** Who may ask what: every endpoint with every role. */
@QuarkusTest
class EndpointRolesTest {

    private static final UUID NOBODY = new UUID(1, 2);

    @Inject Operators operators;
    @Inject ApiTokens tokens;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/session, viewer",
        "DELETE, /api/v1/session, viewer",
        "POST, /api/v1/session/password, viewer",
        "GET, /api/v1/operators, administrator",
        "POST, /api/v1/operators, administrator",
        "GET, /api/v1/operators/{id}, administrator",
        "PATCH, /api/v1/operators/{id}, administrator",
        "POST, /api/v1/operators/{id}/password, administrator",
        "GET, /api/v1/api-tokens, viewer",
        "POST, /api/v1/api-tokens, viewer",
        "DELETE, /api/v1/api-tokens/{id}, viewer",
        "GET, /api/v1/sticks, viewer",
        "GET, /api/v1/sticks/{id}, viewer",
        "POST, /api/v1/sticks/{id}/accept, operator",
        "POST, /api/v1/sticks/{id}/reject, operator",
        "POST, /api/v1/sticks/{id}/retire, operator",
        "POST, /api/v1/sticks/{id}/keep, operator",
        "POST, /api/v1/sticks/{id}/confirm-restore, operator",
        "POST, /api/v1/sticks/{id}/dismiss-warnings, operator",
        "PUT, /api/v1/sticks/{id}/test-stick, operator",
        "GET, /api/v1/enrolment-codes, operator",
        "POST, /api/v1/enrolment-codes, operator",
        "DELETE, /api/v1/enrolment-codes/{id}, operator",
        "POST, /api/v1/stick/check-ins, stick",
        "POST, /api/v1/session, everybody",
        "POST, /api/v1/stick/enrolments, everybody",
        "POST, /api/v1/stick/session-challenges, everybody",
        "POST, /api/v1/stick/sessions, everybody",
    })
    void onlyTheRightRolesGetIn(String method, String path, String least) {
        boolean open = least.equals("everybody");
        assertThat(status(given(), method, path) == 401).as("nobody").isEqualTo(!open);
        assertThat(enters(stick(), method, path))
                .as("stick")
                .isEqualTo(open || least.equals("stick"));
        assertThat(enters(with(OperatorRole.VIEWER), method, path))
                .as("viewer")
                .isEqualTo(open || least.equals("viewer"));
        assertThat(enters(with(OperatorRole.OPERATOR), method, path))
                .as("operator")
                .isEqualTo(open || least.equals("viewer") || least.equals("operator"));
        assertThat(enters(TestOperator.request(), method, path))
                .as("administrator")
                .isEqualTo(!least.equals("stick"));
    }

    /** What is wrong with the request itself does not matter here. */
    private static boolean enters(RequestSpecification request, String method, String path) {
        int status = status(request, method, path);
        assertThat(status).isNotEqualTo(401).isLessThan(500);
        return status != 403;
    }

    private static int status(RequestSpecification request, String method, String path) {
        String concrete = path.replace("{id}", NOBODY.toString());
        boolean bodied = List.of("POST", "PUT", "PATCH").contains(method);
        RequestSpecification whole =
                bodied ? request.contentType("application/json").body("{}") : request;
        return whole.request(method, concrete).statusCode();
    }

    private static RequestSpecification stick() {
        return VirtualStick.accepted().session();
    }

    private RequestSpecification with(OperatorRole role) {
        String secret =
                operators
                        .add(
                                new Username(role.text() + "-" + UUID.randomUUID()),
                                role,
                                new NewPassword("unused password"))
                        .map(somebody -> tokens.create(somebody, "test", Duration.ofDays(1)))
                        .orElseThrow()
                        .secret();
        return given().header("Authorization", "Bearer " + secret);
    }
}
