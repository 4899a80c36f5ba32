package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an older version wrote means the same to this one. */
@QuarkusTest
class MigrationTest {

    private static final String SCHEMA = "older";

    @Inject DataSource dataSource;
    @Inject Sql sql;

    @BeforeEach
    void anOlderVersion() {
        migrate("5");
    }

    @AfterEach
    void noMore() {
        sql.update("DROP SCHEMA older CASCADE");
    }

    @Test
    void reportsKeepTheFirstPathsOfEachKind() {
        insertReport("pending", "{\"added\":%s,\"modified\":[\"b\",\"a\"],\"removed\":[]}");

        migrate("latest");

        assertThat(
                        sql.first(
                                "SELECT first_changes::text AS changes FROM older.upgrade_report",
                                row -> row.text("changes")))
                .hasValueSatisfying(changes ->
                        assertThat(changes)
                                .contains("\"path 1\"", "\"path 50\"", "[\"b\", \"a\"]", "[]")
                                .doesNotContain("path 51"));
    }

    @Test
    void whatReleasesAndOpenReportsHaveIsKept() {
        insertReport("pending", "{\"added\":%s,\"modified\":[],\"removed\":[]}");
        for (String artifact : new String[] {"a", "b"}) {
            sql.update("INSERT INTO older.artifact VALUES (?, 1, now())", artifact.repeat(64));
        }
        sql.update("INSERT INTO older.component VALUES ('clock', 'Clock', 1, now())");
        sql.update(
                """
                INSERT INTO older.release VALUES (gen_random_uuid(), 'clock', 1, 'ux', '', '{}', '{}',
                  '{}', gen_random_uuid(), gen_random_uuid(), 'm', 'M', 1, 1, '', '', ?, now())\
                """,
                envelope("b"));

        migrate("latest");

        assertThat(sql.list("SELECT sha256 FROM older.artifact_hold", row -> row.text("sha256")))
                .containsExactly("a".repeat(64));
        assertThat(
                        sql.list(
                                "SELECT sha256 FROM older.artifact WHERE released",
                                row -> row.text("sha256")))
                .containsExactly("b".repeat(64));
        assertThat(
                        sql.number(
                                "SELECT count(*) FROM older.upgrade_report WHERE fed_at ="
                                        + " received_at"))
                .isOne();
    }

    private void insertReport(String state, String changes) {
        String added =
                IntStream.rangeClosed(1, 60)
                        .mapToObj(i -> "\"path " + i + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        sql.update(
                """
                INSERT INTO older.upgrade_report (id, stick_id, module_id, module_name, component, type,
                  description, features, claims, parents, changes, file_count, total_bytes, envelope,
                  payload_sha256, state, received_at, not_before)
                VALUES (gen_random_uuid(), gen_random_uuid(), 'm', 'M', 'clock', 'ux', '', '{}',
                  '{"claims":[]}', '{}', ?::json, 1, 1, ?, '', ?, now(), now())\
                """,
                changes.formatted(added),
                envelope("a"),
                state);
    }

    /** As a stick signs it, with one file. */
    private static byte[] envelope(String digest) {
        String payload =
                "{\"files\":[{\"path\":\"a\",\"sha256\":\"%s\"}]}".formatted(digest.repeat(64));
        return "{\"payload\":\"%s\"}"
                .formatted(
                        Base64.getEncoder()
                                .encodeToString(payload.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(dataSource).schemas(SCHEMA).target(target).load().migrate();
    }
}
