package org.metalayer.server.platform.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.TestOperator;

/** What the database says is told alike, whoever asked it and whenever. */
@QuarkusTest
class DatabaseProblemsTest {

    @Inject Sql sql;

    /** A token that is named after an SQL state is refused with it. */
    @BeforeEach
    void refuseTokens() {
        sql.update(
                """
                CREATE FUNCTION refuse_token() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  RAISE EXCEPTION 'secret of the inside' USING ERRCODE = NEW.name;
                END $$\
                """);
        sql.update(
                """
                CREATE TRIGGER refuse_token BEFORE INSERT ON api_token FOR EACH ROW
                  WHEN (NEW.name ~ '^[0-9A-Z]{5}$') EXECUTE FUNCTION refuse_token()\
                """);
    }

    @AfterEach
    void takeTokensAgain() {
        sql.update("DROP FUNCTION refuse_token() CASCADE");
    }

    @ParameterizedTest
    @CsvSource({
        "53100, 507, storage-full",
        "08006, 503, database-unreachable",
        "57P01, 503, database-unreachable",
        "XX000, 500, internal-error"
    })
    void anEntityThatCannotBeWrittenAtTheCommit(String state, int status, String slug) {
        problem(
                TestOperator.request()
                        .body(Map.of("name", state, "expires_in_days", 1))
                        .post("/api/v1/api-tokens")
                        .then(),
                status,
                slug);
    }

    @ParameterizedTest
    @CsvSource({
        "53100, 507, storage-full",
        "08006, 503, database-unreachable",
        "XX000, 500, internal-error"
    })
    void aStatementThatTheDatabaseRefuses(String state, int status, String slug) {
        problem(
                TestOperator.request().post("/api/v1/faulty/refused/{state}", state).then(),
                status,
                slug);
    }

    private static void problem(ValidatableResponse response, int status, String slug) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:metalayer:problem:" + slug))
                .body("detail", not(containsString("secret")));
    }
}
