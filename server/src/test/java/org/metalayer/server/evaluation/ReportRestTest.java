package org.metalayer.server.evaluation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** Reports and decisions as operators and sticks meet them over HTTP. */
@QuarkusTest
class ReportRestTest {

    private static final String REPORT = "/api/v1/upgrade-reports/{id}";

    @Inject SimulatedFleet fleet;
    @Inject Story story;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @Test
    void aReportGoesFromStickToReleaseInTheOperatorsSight() {
        Proposal proposal = Proposal.aFeature().claim("startup_ms", "3.0");
        story.report(stick, proposal);
        operator()
                .get(REPORT, proposal.id())
                .then()
                .statusCode(200)
                .body("state", is("pending"))
                .body("progress", is("evaluating"))
                .body("decision", nullValue())
                .body("changes.added", contains("index.html", "player.js"))
                .body("files.path", contains("index.html", "player.js"))
                .body("claims[0].metric", is("startup_ms"))
                .body("contributor.module_id", is(stick.moduleId().value()));

        operator()
                .post("/api/v1/upgrade-reports/evaluate")
                .then()
                .statusCode(200)
                .body("decisions.report_id", contains(proposal.id().toString()))
                .body("decisions[0].verdict", is("approve"))
                .body("decisions[0].impact.level", is("medium"))
                .body("decisions[0].impact.factors.name", hasItem("type"))
                .body("decisions[0].policy_row", is(2))
                .body("decisions[0].reasons", hasSize(2));

        operator()
                .get("/api/v1/upgrade-reports?state=approved&component=music-player")
                .then()
                .body("items.progress", contains("scheduled"))
                .body("items[0].release_id", notNullValue())
                .body("items[0].rollout_id", notNullValue())
                .body("items[0].files", nullValue())
                .body("items[0].decision.strategy", is("STAGED"))
                .body("total", is(1));
        operator().get("/api/v1/decisions").then().body("items", hasSize(1));
    }

    @Test
    void aDecisionTellsWhatEachStageFound() {
        story.report(stick, Proposal.aFeature());

        operator()
                .post("/api/v1/upgrade-reports/evaluate")
                .then()
                .statusCode(200)
                .body(
                        "decisions[0].stages.findAll { it.passed }.stage",
                        contains(
                                "payload",
                                "difference",
                                "parents",
                                "archives",
                                "types",
                                "secrets",
                                "capabilities",
                                "health",
                                "materials",
                                "claims"))
                .body(
                        "decisions[0].stages.findAll { it.finding == 'skipped' }.stage",
                        contains("malware"))
                .body("decisions[0].stages", hasSize(11));
    }

    @Test
    void aPersonDecidesAndGivesAReason() {
        Proposal odd = Proposal.aFeature().file("run.txt", "echo").executable();
        story.decide(stick, odd);

        operator()
                .body("{\"verdict\":\"approve\",\"reason\":\"\"}")
                .post(REPORT + "/decision", odd.id())
                .then()
                .statusCode(400)
                .body("detail", containsString("reason"));
        operator()
                .body("{\"verdict\":\"maybe\",\"reason\":\"why not\"}")
                .post(REPORT + "/decision", odd.id())
                .then()
                .statusCode(400);
        operator()
                .body("{\"verdict\":\"approve\",\"strategy\":\"OPTIONAL\",\"reason\":\"read it\"}")
                .post(REPORT + "/decision", odd.id())
                .then()
                .statusCode(200)
                .body("verdict", is("approve"))
                .body("strategy", is("OPTIONAL"))
                .body("policy_row", nullValue());
        operator()
                .body("{\"verdict\":\"reject\",\"reason\":\"changed my mind\"}")
                .post(REPORT + "/decision", odd.id())
                .then()
                .statusCode(409)
                .body("type", is("urn:metalayer:problem:illegal-transition"));
    }

    @Test
    void aStickReadsWhyItsReportWasRejected() {
        VirtualStick contributor = VirtualStick.accepted();
        RequestSpecification session = contributor.session();
        Proposal broken = Proposal.empty().file("component.json", "{\"entry\":\"gone.html\"}");
        byte[] envelope = broken.signed(contributor.moduleId(), contributor.key());
        session.body(envelope).post("/api/v1/stick/upgrade-reports").then().statusCode(201);
        contributor
                .session()
                .contentType("application/vnd.metalayer.blob-pack")
                .body(broken.pack())
                .post("/api/v1/stick/blobs");
        session.body(envelope)
                .post("/api/v1/stick/upgrade-reports")
                .then()
                .body("state", is("pending"));
        operator().post("/api/v1/upgrade-reports/evaluate").then().statusCode(200);

        session.get("/api/v1/stick/upgrade-reports/{id}", broken.id())
                .then()
                .statusCode(200)
                .body("state", is("rejected"))
                .body("missing", empty())
                .body("reasons[0]", containsString("gone.html is missing"));
    }

    @Test
    void thePolicyIsOpenToEveryOperator() {
        operator()
                .get("/api/v1/policy")
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("rows.row", contains(1, 2, 3, 4, 5, 6))
                .body("rows[0].type", is("security"))
                .body("rows[0].min_impact", is("high"))
                .body("rows[0].strategy", is("IMMEDIATE"))
                .body("rows[5].type", nullValue())
                .body("rows[5].verdict", is("needs_human"));
    }

    @Test
    void aSticksContributionsAreCounted() {
        story.decide(stick, Proposal.of(UpgradeType.BUGFIX));
        story.report(stick, Proposal.empty().component("clock").file("c.txt", "c"));

        operator()
                .get("/api/v1/sticks/{id}", stick.id())
                .then()
                .statusCode(200)
                .body("contributions.reports", is(2))
                .body("contributions.released", is(1));
    }

    @Test
    void strangersAndSticksAreKeptOut() {
        given().get("/api/v1/upgrade-reports").then().statusCode(401);
        given().get("/api/v1/decisions").then().statusCode(401);
        given().get("/api/v1/policy").then().statusCode(401);
        given().post("/api/v1/stick/upgrade-reports").then().statusCode(401);
        RequestSpecification session = VirtualStick.accepted().session();
        session.get("/api/v1/upgrade-reports").then().statusCode(403);
        session.post("/api/v1/upgrade-reports/evaluate").then().statusCode(403);
        operator().body("{}").post("/api/v1/stick/upgrade-reports").then().statusCode(403);
    }

    private static RequestSpecification operator() {
        return TestOperator.request();
    }
}
