package org.metalayer.server.platform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.PublicationState;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.rollout.Rollouts;

/** A fleet and its history come through the change from envelopes to trust metadata whole. */
@QuarkusTest
class OlderInstallationTest {

    private static final String SCHEMA = "envelopes";

    @Inject DataSource dataSource;
    @Inject Sql sql;
    @Inject EntityManager entities;
    @Inject Catalog catalog;
    @Inject Reports reports;
    @Inject Rollouts rollouts;

    private Map<String, Long> before = Map.of();

    @BeforeEach
    void anOlderInstallation() {
        migrate("16");
        inside(() -> new OlderInstallation(sql).insert());
        before = rows();
    }

    @AfterEach
    void noMore() {
        sql.update("DROP SCHEMA envelopes CASCADE");
    }

    @Test
    void eachReleaseAwaitsTheSignatureOfItsRole() {
        migrate("17");

        for (OlderRelease older : OlderInstallation.RELEASES) {
            assertThat(
                            sql.list(
                                    """
                                    SELECT role, length, state FROM envelopes.release_publication
                                    WHERE release_id = ?\
                                    """,
                                    row ->
                                            List.of(
                                                    row.text("role"),
                                                    row.number("length"),
                                                    row.text("state")),
                                    older.document().releaseId()))
                    .containsExactly(
                            List.of(
                                    older.role().wire(),
                                    (long) older.payload().length,
                                    isWithdrawn(older) ? "withdrawn" : "awaiting_signature"));
        }
    }

    @Test
    void nothingIsLostAndAllOfItCanBeRead() {
        migrate("latest");

        Map<String, Long> after = rows();
        assertThat(after)
                .containsAllEntriesOf(without("awaited_file", without("signing_key", before)));
        inside(() -> {
            for (EntityType<?> entity : entities.getMetamodel().getEntities()) {
                String table =
                        requireNonNull(entity.getJavaType().getAnnotation(Table.class)).name();
                assertThat(
                                entities.createQuery(
                                                "from " + entity.getName(), entity.getJavaType())
                                        .getResultList())
                        .hasSize(requireNonNull(after.get(table)).intValue());
            }
            OlderInstallation.RELEASES.forEach(this::isWhole);
            assertThat(
                            sql.first(
                                    "SELECT document FROM deployment_manifest WHERE sequence = 17",
                                    row -> row.bytes("document")))
                    .contains(Json.write(OlderInstallation.MANIFEST.write()));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE release SET document = '', description = ''",
                "DELETE FROM release",
                "UPDATE deployment_manifest SET document = ''",
                "DELETE FROM deployment_manifest",
                "UPDATE decision SET verdict = 'reject'",
                "INSERT INTO deployment_manifest VALUES (18, '', now(), NULL)",
                "UPDATE release_publication SET role = 'root'",
                "UPDATE release_publication SET state = 'unknown'",
                "UPDATE release_publication SET length = 0",
                "INSERT INTO release_publication VALUES (gen_random_uuid(), 'content', 1,"
                        + " 'published')"
            })
    void whatMustNotChangeStillDoesNot(String change) {
        migrate("latest");

        assertThatThrownBy(() -> inside(() -> sql.update(change)))
                .rootCause()
                .hasMessageMatching("(?s).*(never changed|violates).*");
    }

    private void isWhole(OlderRelease older) {
        ReleaseDocument document = older.document();
        Release release = catalog.find(document.releaseId()).orElseThrow();
        assertThat(release.role()).isEqualTo(older.role());
        assertThat(release.description()).isEqualTo(document.description());
        assertThat(release.features()).isEqualTo(document.features());
        assertThat(release.withdrawn()).isEqualTo(isWithdrawn(older));
        assertThat(release.publication())
                .isEqualTo(
                        isWithdrawn(older)
                                ? PublicationState.WITHDRAWN
                                : PublicationState.AWAITING_SIGNATURE);
        assertThat(
                        sql.first(
                                "SELECT document FROM release WHERE id = ?",
                                row -> row.bytes("document"),
                                release.id()))
                .contains(older.payload());
        assertThat(release.payloadSha256()).isEqualTo(Sha256.of(older.payload()));
        assertThat(catalog.files(release.id())).isEqualTo(document.files());
        assertThat(reports.find(document.reportId()).report().releaseId()).contains(release.id());
        assertThat(reports.decisionAbout(document.reportId())).isPresent();
        assertThat(
                        rollouts.page(null, release.component().value(), new PageRequest(9, null))
                                .items())
                .anyMatch(rollout -> rollout.release().equals(release));
    }

    private static boolean isWithdrawn(OlderRelease release) {
        return release.equals(OlderInstallation.RELEASES.get(1));
    }

    /** How many rows each table has. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table :
                sql.list(
                        """
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = ? AND table_name <> 'flyway_schema_history'\
                        """,
                        row -> row.text("table_name"),
                        SCHEMA)) {
            rows.put(table, sql.number("SELECT count(*) FROM envelopes." + table));
        }
        return rows;
    }

    private static Map<String, Long> without(String gone, Map<String, Long> rows) {
        Map<String, Long> kept = new TreeMap<>(rows);
        kept.remove(gone);
        return kept;
    }

    /** In a transaction for which this schema is the database. */
    private void inside(Runnable work) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    sql.update("SET LOCAL search_path TO envelopes");
                    work.run();
                });
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(dataSource).schemas(SCHEMA).target(target).load().migrate();
    }
}
