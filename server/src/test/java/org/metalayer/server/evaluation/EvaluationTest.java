package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.IllegalTransitionException;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

@QuarkusTest
class EvaluationTest {

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Evaluations evaluations;
    @Inject Reports reports;
    @Inject HumanDecisions people;
    @Inject Sql sql;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "FEATURE, STAGED, 2",
        "PERFORMANCE, TEST_FIRST, 3",
        "UX, OPTIONAL, 4",
        "BUGFIX, IMMEDIATE, 5"
    })
    void theDefaultPolicyChoosesTheStrategy(UpgradeType type, Strategy strategy, int row) {
        Ruling ruling = story.decide(stick, Proposal.of(type)).ruling();

        assertThat(ruling.verdict()).isEqualTo(Verdict.APPROVE);
        assertThat(ruling.strategy()).contains(strategy);
        assertThat(ruling.policyRow()).contains(row);
    }

    @Test
    void aReportThatCameWhileTheClockWasAheadIsEvaluatedWhenItHasBeenSetBack() {
        TestClock.shift(Duration.ofDays(30));
        Proposal proposal = Proposal.of(UpgradeType.BUGFIX);
        story.report(stick, proposal);
        TestClock.reset();

        assertThat(evaluations.evaluatePending())
                .extracting(DecisionRecord::reportId)
                .containsExactly(proposal.id());
    }

    @Test
    void anExplainedSecurityFixGoesOutAtOnceAndAnUnexplainedOneToAPerson() {
        Proposal explained =
                Proposal.of(UpgradeType.SECURITY)
                        .description("Closes the hole through which a title runs as code");
        Proposal unexplained =
                Proposal.of(UpgradeType.SECURITY).component("clock").description("Fix");

        assertThat(story.decide(stick, explained).ruling().strategy()).contains(Strategy.IMMEDIATE);
        assertThat(story.decide(stick, unexplained).ruling().verdict())
                .isEqualTo(Verdict.NEEDS_HUMAN);
    }

    @Test
    void anApprovedReportBecomesTheNextVersionWithItsParent() {
        Proposal first = Proposal.aFeature();
        story.decide(stick, first);
        Proposal second =
                Proposal.aFeature().file("playlist.js", "list()").parent(story.release(first));
        story.decide(stick, second);

        ReportDetail detail = reports.find(second.id());
        assertThat(detail.report().state()).isEqualTo(ReportState.APPROVED);
        assertThat(detail.report().progress()).isEqualTo(ReportProgress.SCHEDULED);
        assertThat(detail.report().firstChanges().added()).hasToString("[playlist.js]");
        assertThat(
                        sql.first(
                                "SELECT version FROM release WHERE id = ?",
                                row -> row.integer("version"),
                                story.release(second)))
                .contains(2);
    }

    @Test
    void whatTheFleetHasAlreadyIsRejected() {
        Proposal first = Proposal.aFeature();
        story.decide(stick, first);

        Ruling ruling =
                story.decide(stick, Proposal.aFeature().parent(story.release(first))).ruling();

        assertThat(ruling.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(ruling.reasons()).singleElement().asString().contains("nothing differs");
    }

    @Test
    void claimsAreNotedAsNotMeasured() {
        DecisionRecord decision =
                story.decide(
                        stick, Proposal.of(UpgradeType.PERFORMANCE).claim("startup_ms", "3.0"));

        assertThat(decision.examination().stages())
                .anySatisfy(each ->
                        assertThat(each.finding().detail())
                                .isEqualTo("startup_ms 3.0 times better: not measured"));
    }

    @Test
    void aPersonDecidesWhatThePolicyDoesNot() {
        Proposal odd = Proposal.aFeature().file("tool", "#!/bin/sh").executable();
        story.decide(stick, odd);

        DecisionRecord decision =
                people.approve(
                        odd.id(),
                        new Approval(Optional.empty(), Optional.empty(), "read every line"),
                        "ops");

        assertThat(decision.decidedBy()).isEqualTo("ops");
        assertThat(decision.ruling().strategy()).contains(Strategy.STAGED);
        assertThat(decision.examination().stages()).isNotEmpty();
        assertThat(reports.find(odd.id()).report().state()).isEqualTo(ReportState.APPROVED);
        assertThatThrownBy(() -> people.reject(odd.id(), "changed my mind", "ops"))
                .isInstanceOf(IllegalTransitionException.class);
        assertThat(sql.number("SELECT count(*) FROM decision WHERE report_id = ?", odd.id()))
                .isEqualTo(2);
    }

    @Test
    void decisionsAreWrittenOnce() {
        story.decide(stick, Proposal.aFeature());

        assertThatThrownBy(() -> sql.update("UPDATE decision SET verdict = 'reject'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> sql.update("DELETE FROM decision"))
                .hasMessageContaining("never changed");
    }

    @Test
    void thePolicysLastRowCannotBeTakenAway() {
        assertThatThrownBy(() -> sql.update("DELETE FROM policy_row WHERE ordinal = 6"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() ->
                        sql.update(
                                """
                                INSERT INTO policy (version, row_count, created_by, created_at)
                                VALUES (2, 1, 'somebody', now())\
                                """))
                .hasMessageContaining("the last one must send everything else to a person");
        assertThatThrownBy(() ->
                        sql.update(
                                """
                                INSERT INTO policy_row (policy_version, ordinal, type,
                                    min_impact, verdict, strategy, priority)
                                VALUES (1, 7, NULL, NULL, 'approve', 'IMMEDIATE', 'low')\
                                """))
                .hasMessageContaining("policy 1 is not a draft");
    }

    @Test
    void aDecisionReadsBackAsItWasMade() {
        DecisionRecord made = story.decide(stick, Proposal.aFeature());

        assertThat(reports.decision(made.id())).isEqualTo(made);
        assertThat(reports.decisionAbout(made.reportId())).contains(made);
    }

    @Test
    void quarantinedAndRetiredSticksCannotContribute() {
        for (String state : List.of("QUARANTINED", "RETIRED")) {
            fleet.become(stick, state);
            byte[] report = Proposal.aFeature().signedBy(stick);

            assertThatThrownBy(() -> reports.submit(stick.principal(), report))
                    .hasMessageContaining("is " + state.toLowerCase(Locale.ROOT));
        }
        assertThat(sql.number("SELECT count(*) FROM upgrade_report")).isZero();
    }

    @Test
    void anUnknownReportIsNotFound() {
        assertThatThrownBy(() -> reports.find(UUID.randomUUID()))
                .isInstanceOf(NoSuchThingException.class);
    }
}
