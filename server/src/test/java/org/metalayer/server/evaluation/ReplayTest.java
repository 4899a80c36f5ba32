package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.metalayer.server.testing.PolicyFixture.approving;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.PolicyFixture;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** Decisions taken again, by the policy that they name and by another one. */
@QuarkusTest
class ReplayTest {

    @Inject SimulatedFleet fleet;
    @Inject PolicyFixture fixture;
    @Inject Story story;
    @Inject Replays replays;
    @Inject Sql sql;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        fixture.reset();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @AfterEach
    void end() throws IOException {
        fleet.clear();
        fixture.reset();
    }

    @Test
    void whatWasDecidedIsDecidedAgainToTheSameBytes() {
        story.decide(stick, Proposal.aFeature());
        story.decide(stick, Proposal.of(UpgradeType.UX).component("clock"));
        story.decide(
                stick, Proposal.aFeature().component("tool").file("x", "#!/bin/sh").executable());
        story.decide(stick, Proposal.empty().component("odd").file("a.png", "\u007fELF...."));

        ReplayRun run = replays.now().orElseThrow();

        assertThat(run.differences()).isEmpty();
        assertThat(run.same()).isEqualTo(4);
        assertThat(run.finishedAt()).isPresent();
        overview().body("attention.kind", not(hasItem("decisions-not-replayed")));
    }

    @Test
    void aDecisionThatWasTamperedWithIsAnAlarm() {
        DecisionRecord decision = story.decide(stick, Proposal.aFeature().component("agent"));
        tamper("UPDATE decision SET verdict = 'approve', strategy = 'IMMEDIATE'");

        ReplayRun run = replays.now().orElseThrow();

        assertThat(run.different()).isEqualTo(1);
        assertThat(run.differences())
                .containsExactly(
                        new ReplayRun.Difference(decision.id(), "not the same: verdict, strategy"));
        overview().body("attention.kind", hasItem("decisions-not-replayed"));
        TestOperator.request()
                .get("/api/v1/policies/replays")
                .then()
                .statusCode(200)
                .body("items[0].different", is(1))
                .body("items[0].differences[0].decision_id", is(decision.id().toString()));
    }

    @Test
    void aScoreThatTheFactsDoNotExplainIsAnAlarm() {
        story.decide(stick, Proposal.aFeature());
        tamper(
                """
                UPDATE decision SET evidence =
                  replace(evidence::text, '"features":1', '"features":2')::json\
                """);

        assertThat(replays.now().orElseThrow().different()).isEqualTo(1);
    }

    @Test
    void aPolicyThatSaysSomethingElseThanThenIsAnAlarm() {
        story.decide(stick, Proposal.of(UpgradeType.UX));
        sql.update("ALTER TABLE policy_row DISABLE TRIGGER USER");
        try {
            sql.update("UPDATE policy_row SET priority = 'low' WHERE ordinal = 1");
            assertThat(replays.now().orElseThrow().different()).isEqualTo(1);
        } finally {
            sql.update("UPDATE policy_row SET priority = 'urgent' WHERE ordinal = 1");
            sql.update("ALTER TABLE policy_row ENABLE TRIGGER USER");
        }
    }

    @Test
    void decisionsThatKeptNoFactsAreCalledNotReplayable() {
        story.decide(stick, Proposal.aFeature());
        tamper(
                """
                UPDATE decision SET evidence =
                  ((evidence::jsonb - 'facts') - 'rules' - 'policy_sha256')::json\
                """);

        ReplayRun run = replays.now().orElseThrow();

        assertThat(run.notReplayable()).isEqualTo(1);
        assertThat(run.different()).isZero();
        TestOperator.request()
                .body(Map.of())
                .post("/api/v1/policies/1/dry-run")
                .then()
                .statusCode(200)
                .body("looked", is(1))
                .body("not_replayable", is(1));
    }

    @Test
    void aNightIsReplayedOnce() {
        replays.nightly();
        story.decide(stick, Proposal.aFeature());
        replays.nightly();

        assertThat(replays.newest().orElseThrow().same()).isZero();
        assertThat(replays.now().orElseThrow().same()).isEqualTo(1);
        assertThat(replays.all()).hasSize(1);
    }

    @Test
    void aDryRunTellsWhatWouldHaveEndedOtherwiseAndChangesNothing() {
        DecisionRecord feature = story.decide(stick, Proposal.aFeature());
        story.decide(stick, Proposal.of(UpgradeType.UX).component("clock"));
        int version =
                TestOperator.request()
                        .body(
                                PolicyFixture.of(
                                        approving("IMMEDIATE", "type", "feature"),
                                        approving("OPTIONAL", "type", "ux", "priority", "low")))
                        .post("/api/v1/policies")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("version.version");

        TestOperator.request()
                .body(Map.of("days", 7, "limit", 10))
                .post("/api/v1/policies/" + version + "/dry-run")
                .then()
                .statusCode(200)
                .body("looked", is(2))
                .body("different", is(1))
                .body("differences", hasSize(1))
                .body("differences[0].report_id", is(feature.reportId().toString()))
                .body("differences[0].was.strategy", is("STAGED"))
                .body("differences[0].would_be.strategy", is("IMMEDIATE"))
                .body(
                        "differences[0].because[1]",
                        is("policy %d, row 1: feature, impact any: IMMEDIATE".formatted(version)));
        assertThat(sql.number("SELECT count(*) FROM decision")).isEqualTo(2);
        TestOperator.request()
                .body(Map.of("days", 4000))
                .post("/api/v1/policies/1/dry-run")
                .then()
                .statusCode(400);
    }

    private void tamper(String statement) {
        sql.update("ALTER TABLE decision DISABLE TRIGGER USER");
        try {
            sql.update(statement);
        } finally {
            sql.update("ALTER TABLE decision ENABLE TRIGGER USER");
        }
    }

    private static ValidatableResponse overview() {
        return TestOperator.request().get("/api/v1/overview").then().statusCode(200);
    }
}
