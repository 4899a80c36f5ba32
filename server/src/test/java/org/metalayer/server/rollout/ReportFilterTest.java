package org.metalayer.server.rollout;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestOperator;

/** The list of reports, narrowed by whose they are and by how far they have come. */
@QuarkusTest
class ReportFilterTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Reports reports;

    private List<SimulatedStick> sticks;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(6);
    }

    @Test
    void everyReportIsFoundByHowFarItHasComeBeforeItsRelease() {
        Proposal waiting =
                Proposal.empty().component("a").file("never.txt", "" + UUID.randomUUID());
        reports.submit(stick().principal(), waiting.signedBy(stick()));
        Proposal doubtful = Proposal.empty().component("b").file("run", "#!").executable();
        story.decide(stick(), doubtful);
        Proposal broken =
                Proposal.empty().component("c").file("component.json", "{\"entry\":\"gone.html\"}");
        story.decide(stick(), broken);
        Proposal scheduled = Proposal.aFeature();
        story.decide(stick(), scheduled);
        Proposal evaluating = Proposal.aFeature().component("d");
        story.report(stick(), evaluating);

        found("progress=waiting", waiting);
        found("progress=evaluating", evaluating);
        found("progress=needs_human", doubtful);
        found("progress=rejected", broken);
        found("progress=scheduled", scheduled);
        found("progress=waiting,evaluating,rejected", waiting, evaluating, broken);
        found("progress=waiting&state=pending");
        found("limit=200", waiting, evaluating, doubtful, broken, scheduled);
    }

    @Test
    void aReportFollowsItsRolloutToItsEnd() {
        Proposal proposal = Proposal.of(UpgradeType.PERFORMANCE);
        RolloutDetail rollout = fixture.start(stick(), proposal);
        found("progress=testing", proposal);

        fixture.operator(RolloutVerb.PAUSE, rollout);
        found("progress=paused", proposal);
        fixture.operator(RolloutVerb.RESUME, rollout);
        found("progress=testing", proposal);

        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);
        fixture.at(DAY.plus(MINUTE), rollout);
        found("progress=rolling_out", proposal);

        fixture.report(rollout, sticks, OutcomeResult.VERIFIED);
        fixture.look(rollout);
        found("progress=deployed", proposal)
                .body("items[0].rollout_id", is(rollout.rollout().id().toString()));

        fixture.operator(RolloutVerb.HALT, rollout);
        found("progress=halted", proposal);
        found("progress=deployed");
    }

    @Test
    void aNewerReleaseLeavesTheOlderOneDeployed() {
        Proposal first = Proposal.of(UpgradeType.BUGFIX);
        deploy(first);
        Proposal second =
                Proposal.of(UpgradeType.BUGFIX).file("fix.js", "1").parent(story.release(first));
        deploy(second);

        found("progress=deployed", first, second);
    }

    @Test
    void aSticksOwnReportsAreFoundAmongMany() {
        Proposal own = Proposal.of(UpgradeType.BUGFIX);
        story.report(stick(), own);
        for (int i = 0; i < 3; i++) {
            story.report(sticks.get(1), Proposal.aFeature().component("of-another-" + i));
        }

        found("limit=2&stick=" + stick().id(), own).body("total", is(1));
        found("stick=" + UUID.randomUUID()).body("total", is(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "progress=finished | 'progress' must be one of: waiting, evaluating, needs_human",
                "progress=waiting, | 'progress' must be one of",
                "progress=WAITING | 'progress' must be one of",
                "state=lost | 'state' must be one of: awaiting_files, pending",
                "stick=usb_001 | 'stick' must be the id of a stick"
            })
    void whatIsNotUnderstoodIsRefusedAndSaysWhatWouldBe(String query, String complaint) {
        list(query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(complaint));
    }

    private SimulatedStick stick() {
        return sticks.getFirst();
    }

    private void deploy(Proposal proposal) {
        RolloutDetail rollout = fixture.start(stick(), proposal);
        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);
        fixture.look(rollout);
        fixture.report(rollout, sticks, OutcomeResult.VERIFIED);
        fixture.look(rollout);
    }

    private static ValidatableResponse found(String query, Proposal... expected) {
        ValidatableResponse list = list(query).statusCode(200);
        return expected.length == 0
                ? list.body("items", empty())
                : list.body(
                        "items.id",
                        containsInAnyOrder(
                                Stream.of(expected).map(each -> each.id().toString()).toArray()));
    }

    private static ValidatableResponse list(String query) {
        return TestOperator.request().get("/api/v1/upgrade-reports?" + query).then();
    }
}
