package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.catalog.trust.TargetSource;
import org.metalayer.server.catalog.trust.TrustRole;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.TestOperator;

/** Where a role has more releases than it may list, nothing that a rollout needs is left out. */
@QuarkusTest
class CrowdedRoleTest {

    private static final ComponentName PLAYER = new ComponentName("music-player");
    private static final int MOST = 5000;
    private static final int OTHERS = 4995;
    private static final int NEWER = 11;

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Catalog catalog;
    @Inject @All List<TargetSource> sources;
    @Inject Sql sql;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
    }

    @AfterEach
    void end() throws IOException {
        fleet.clear();
        assertThat(wanted()).isEmpty();
        assertThat(catalog.troubles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled", "running", "paused", "completed"})
    void theOldestOfComponentsWithManyAreLeftOutAndOperatorsAreTold(String state)
            throws IOException {
        Release running =
                fixture.start(fleet.enrolOnline(5).getFirst(), UpgradeType.BUGFIX).release();
        sql.update("UPDATE rollout SET state = ?", state);
        crowd();

        Map<String, TargetFile> wanted = wanted();

        assertThat(wanted).hasSize(MOST).containsKey(running.targetPath());
        List<Release> newestFirst = catalog.lineage(PLAYER);
        assertThat(newestFirst).hasSize(NEWER + 1);
        assertThat(newestFirst.subList(0, MOST - OTHERS - 1))
                .allSatisfy(each -> assertThat(wanted).containsKey(each.targetPath()));
        TestOperator.request()
                .get("/api/v1/overview")
                .then()
                .body(
                        "attention.findAll { it.kind == 'feed-incomplete' }.detail",
                        hasItem(startsWith("content lists no more than 5,000 releases")));
    }

    /** Newer releases of the same component, and one each of many others. */
    private void crowd() {
        sql.update(
                """
                INSERT INTO component
                SELECT (jsonb_populate_record(c, jsonb_build_object('name', 'other-' || i))).*
                FROM component c, generate_series(1, ?) i\
                """,
                OTHERS);
        sql.update(
                """
                INSERT INTO release
                SELECT (jsonb_populate_record(r, jsonb_build_object(
                    'id', gen_random_uuid(), 'report_id', gen_random_uuid(),
                    'component', CASE WHEN i > ? THEN r.component ELSE 'other-' || i END,
                    'version', CASE WHEN i > ? THEN i - ? + 1 ELSE 1 END))).*
                FROM release r, generate_series(1, ?) i\
                """,
                OTHERS,
                OTHERS,
                OTHERS,
                OTHERS + NEWER);
        sql.update(
                """
                INSERT INTO release_publication
                SELECT r.id, p.role, p.length, 'awaiting_signature'
                FROM release r, release_publication p WHERE r.id <> p.release_id\
                """);
    }

    private Map<String, TargetFile> wanted() {
        return sources.stream()
                .filter(source -> source.speaksFor(TrustRole.CONTENT))
                .findFirst()
                .orElseThrow()
                .wanted(TrustRole.CONTENT);
    }
}
