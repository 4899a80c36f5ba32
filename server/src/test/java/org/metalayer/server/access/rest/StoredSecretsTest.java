package org.metalayer.server.access.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.TestOperator;

/** Whoever reads the database, or a copy of it, can neither log in nor enrol a stick. */
@SuppressWarnings("NullAway.Init") // filled in before every test
@QuarkusTest
class StoredSecretsTest {

    @Inject Sql sql;

    private Somebody somebody;
    private String session;
    private String token;
    private String code;

    @BeforeEach
    void makeSecrets() {
        somebody = Somebody.with("operator");
        session =
                somebody.logIn(somebody.password())
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("metalayer_session");
        token = made("/api/v1/api-tokens", Map.of("name", "stored", "expires_in_days", 1), "token");
        code =
                made(
                        "/api/v1/enrolment-codes",
                        Map.of("note", "stored", "uses", 1, "expires_in_hours", 1),
                        "code");
    }

    @Test
    void noTableHoldsAPasswordATokenOrACode() {
        assertThat(tablesWith(somebody.username()))
                .as("what is stored is found")
                .contains("operator");
        for (String secret : List.of(somebody.password(), session, token, code)) {
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(tablesWith(secret)).as(secret).isEmpty();
            assertThat(tablesWith(hex)).as(secret).isEmpty();
        }
    }

    @Test
    void tokensAndCodesAreFoundByTheirDigestsAndPasswordsAreDerivedSlowly() {
        assertThat(tablesWith(digest(session))).containsExactly("operator_session");
        assertThat(tablesWith(digest(token))).containsExactly("api_token");
        assertThat(tablesWith(digest(code))).containsExactly("enrolment_code");
        assertThat(
                        sql.first(
                                "SELECT password_hash FROM operator WHERE username = ?",
                                row -> row.text("password_hash"),
                                somebody.username()))
                .hasValueSatisfying(hash ->
                        assertThat(hash).matches("pbkdf2-sha256\\$600000\\$[^$]{22}\\$[^$]{43}"));
    }

    private static String made(String path, Map<String, Object> wish, String secret) {
        return TestOperator.request()
                .body(wish)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(secret);
    }

    /** As PostgreSQL shows bytes. */
    private static String digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private Set<String> tablesWith(String text) {
        List<String> tables =
                sql.list(
                        """
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'\
                        """,
                        row -> row.text("table_name"));
        Set<String> found = new TreeSet<>();
        for (String table : tables) {
            long rows =
                    sql.number(
                            "SELECT count(*) FROM %s t WHERE position(? in t::text) > 0"
                                    .formatted(table),
                            text);
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }
}
