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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        insertRelease();

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

    @Test
    void reportsKnowTheSizesOfWhatTheyAwait() {
        insertReport("awaiting_files", "{\"added\":%s,\"modified\":[],\"removed\":[]}");
        sql.update(
                """
                INSERT INTO older.awaited_file
                SELECT id, ?, 42 FROM older.upgrade_report\
                """,
                "a".repeat(64));
        migrate("8");
        sql.update(
                """
                INSERT INTO older.artifact_hold
                SELECT holder, digest FROM older.artifact_hold, unnest('{%s, %s}'::text[]) AS d (digest)\
                """
                        .formatted("b".repeat(64), "c".repeat(64)));
        sql.update("INSERT INTO older.artifact VALUES (?, 7, now())", "b".repeat(64));

        migrate("latest");

        assertThat(
                        sql.list(
                                "SELECT size FROM older.artifact_hold ORDER BY sha256",
                                row -> row.number("size")))
                .containsExactly(42L, 7L, 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled, waiting, scheduled",
        "running, open, testing",
        "running, passed, rolling_out",
        "paused, open, paused",
        "halted, halted, halted",
        "completed, passed, deployed",
        "superseded, passed, deployed"
    })
    void reportsKnowHowFarTheirRolloutHasCome(String rollout, String ring, String progress) {
        insertReport("approved", "{\"added\":%s,\"modified\":[],\"removed\":[]}");
        insertRelease();
        sql.update(
                """
                INSERT INTO older.rollout (id, version, component, release_id, release_version,
                  strategy, priority, state, reason, changed_by, seed, created_at)
                SELECT gen_random_uuid(), 1, 'clock', id, 1, 'STAGED', 'normal', ?, '', '',
                  decode(repeat('00', 32), 'hex'), now() FROM older.release\
                """,
                rollout);
        sql.update(
                """
                INSERT INTO older.ring (rollout_id, ordinal, name, selection, percent,
                  opens_after_seconds, max_failure_ratio, min_verified_ratio, max_silent_ratio,
                  max_outstanding_ratio, soak_seconds, state)
                SELECT id, ordinal, '', 'share', 10, 0, 0, 0, 0, 0, 0,
                  CASE ordinal WHEN 1 THEN ? ELSE 'waiting' END
                FROM older.rollout, generate_series(1, 2) AS ordinals (ordinal)\
                """,
                ring);
        sql.update("UPDATE older.upgrade_report SET release_id = (SELECT id FROM older.release)");

        migrate("latest");

        assertThat(
                        sql.first(
                                """
                                SELECT progress FROM older.upgrade_report u
                                JOIN older.rollout r ON r.id = u.rollout_id\
                                """,
                                row -> row.text("progress")))
                .contains(progress);
    }

    @ParameterizedTest
    @CsvSource({
        "awaiting_files, waiting",
        "pending, evaluating",
        "needs_human, needs_human",
        "rejected, rejected"
    })
    void reportsWithoutARolloutAreWhereTheirStateSays(String state, String progress) {
        insertReport(state, "{\"added\":%s,\"modified\":[],\"removed\":[]}");

        migrate("latest");

        assertThat(
                        sql.first(
                                "SELECT progress FROM older.upgrade_report",
                                row -> row.text("progress")))
                .contains(progress);
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

    /** With one file, like the report, but another one. */
    private void insertRelease() {
        sql.update("INSERT INTO older.component VALUES ('clock', 'Clock', 1, now())");
        sql.update(
                """
                INSERT INTO older.release VALUES (gen_random_uuid(), 'clock', 1, 'ux', '', '{}', '{}',
                  '{}', gen_random_uuid(), gen_random_uuid(), 'm', 'M', 1, 1, '', '', ?, now())\
                """,
                envelope("b"));
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
