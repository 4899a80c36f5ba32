package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** Lists stay cheap however many files a report has. */
@QuarkusTest
class ReportListTest {

    private static final int FILES = 120;

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Sql sql;

    private final Proposal large = Proposal.aFeature();

    private boolean away;

    @BeforeEach
    void aLargeReportIsReleased() throws IOException {
        TestClock.reset();
        fleet.clear();
        SimulatedStick stick = fleet.enrolOnline(1).getFirst();
        for (int i = 0; i < FILES; i++) {
            large.file("tracks/%03d.txt".formatted(i), "track " + i);
        }
        story.decide(stick, large);
    }

    /** Whatever still asks for a signed document fails from now on. */
    private void takeDocumentsAway() {
        sql.update("ALTER TABLE upgrade_report RENAME COLUMN envelope TO envelope_away");
        sql.update("ALTER TABLE release RENAME COLUMN document TO document_away");
        away = true;
    }

    @AfterEach
    void bringDocumentsBack() {
        if (away) {
            sql.update("ALTER TABLE upgrade_report RENAME COLUMN envelope_away TO envelope");
            sql.update("ALTER TABLE release RENAME COLUMN document_away TO document");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/upgrade-reports",
                "/api/v1/decisions",
                "/api/v1/sticks",
                "/api/v1/overview",
                "/api/v1/components",
                "/api/v1/components/music-player/lineage",
                "/api/v1/releases",
                "/api/v1/rollouts"
            })
    void noListReadsASignedDocument(String list) {
        takeDocumentsAway();

        TestOperator.request().get(list).then().statusCode(200);
    }

    @Test
    void oneReportAloneDoes() {
        takeDocumentsAway();

        TestOperator.request()
                .get("/api/v1/upgrade-reports/{id}", large.id())
                .then()
                .statusCode(500);
    }

    @Test
    void aListNamesTheFirstPathsAndOneReportAloneAllOfThem() {
        TestOperator.request()
                .get("/api/v1/upgrade-reports")
                .then()
                .body("items[0].file_count", is(FILES + 2))
                .body("items[0].changes.added", hasSize(Report.LISTED))
                .body("items[0].changes.added[0]", is("index.html"));
        TestOperator.request()
                .get("/api/v1/upgrade-reports/{id}", large.id())
                .then()
                .body("files", hasSize(FILES + 2))
                .body("changes.added", hasSize(FILES + 2));
    }

    @Test
    void whatALaterListWillNotShowIsNotKeptForIt() {
        assertThat(
                        sql.number(
                                "SELECT json_array_length(first_changes -> 'added') FROM"
                                        + " upgrade_report"))
                .isEqualTo(Report.LISTED);
    }
}
