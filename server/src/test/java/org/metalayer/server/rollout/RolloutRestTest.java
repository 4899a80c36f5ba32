package org.metalayer.server.rollout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

/** Rollouts as operators, sticks and strangers meet them over HTTP. */
@QuarkusTest
class RolloutRestTest {

    private static final String TIMESTAMP = "/feed/v1/metadata/timestamp.json";
    private static final String ROLLOUT = "/api/v1/rollouts/{id}";

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;

    private List<SimulatedStick> sticks = List.of();
    private RolloutDetail rollout;
    private UUID id;

    @BeforeEach
    void start() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(10);
        rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);
        id = rollout.rollout().id();
    }

    @Test
    void anOperatorSeesRingsCountsAndWhatIsMissing() {
        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);
        fixture.look(rollout);

        operator()
                .get(ROLLOUT, id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", is("running"))
                .body("strategy", is("STAGED"))
                .body("release.version", is(1))
                .body("seed", notNullValue())
                .body("rings.name", contains("day 1", "day 3", "day 7"))
                .body("rings.state", contains("open", "waiting", "waiting"))
                .body("rings.share", contains(0.1f, 0.5f, 1.0f))
                .body("rings[0].bound", is(fixture.entry(rollout).bound().orElseThrow().hex()))
                .body("rings[2].bound", is(Draw.EVERYONE.hex()))
                .body("rings[0].counts.verified", is(1))
                .body("rings[0].verdict.kind", is("hold"))
                .body("rings[0].verdict.reason", containsString("watched for"))
                .body("rings[0].limits.max_failure_ratio", is(0.1f))
                .body("counts.total", is(10))
                .body("allowed_verbs", contains("pause", "halt", "advance"));
        operator()
                .get("/api/v1/rollouts?state=running&component=music-player")
                .then()
                .body("items.id", contains(id.toString()))
                .body("total", is(1));
        operator().get("/api/v1/rollouts?state=halted").then().body("items", empty());
        operator().get("/api/v1/rollouts?state=nonsense").then().statusCode(400);
    }

    @Test
    void deploymentsAreListedByRingAndState() {
        List<SimulatedStick> reached = fixture.reached(rollout, sticks);
        fixture.report(rollout, reached, OutcomeResult.VERIFIED);

        operator()
                .get(ROLLOUT + "/deployments?ring=1&state=verified", id)
                .then()
                .statusCode(200)
                .body("items.stick_id", contains(reached.getFirst().id().toString()))
                .body("items[0].reason", is("as simulated"))
                .body("items[0].named", is(false))
                .body(
                        "items[0].draw",
                        is(
                                Draw.of(rollout.rollout().seed().bytes(), reached.getFirst().id())
                                        .hex()));
        JsonPath first =
                operator().get(ROLLOUT + "/deployments?limit=6", id).then().extract().jsonPath();
        operator()
                .get(ROLLOUT + "/deployments?limit=6&after=" + first.getString("next"), id)
                .then()
                .body("items", hasSize(4))
                .body("next", nullValue());
        operator().get(ROLLOUT + "/deployments", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void operatorsPauseResumeAndHaltWithAReason() {
        verb("pause").statusCode(200).body("state", is("paused")).body("reason", is("because"));
        verb("pause").statusCode(409).body("type", is("urn:metalayer:problem:illegal-transition"));
        verb("resume").statusCode(200).body("state", is("running"));
        verb("halt")
                .statusCode(200)
                .body("state", is("halted"))
                .body("changed_by", notNullValue())
                .body("release.withdrawn", is(true))
                .body("allowed_verbs", empty());
        assertThat(fixture.manifest().withdrawn()).hasSize(1);
    }

    @Test
    void whoDecidedOnAnOldViewIsToldSo() {
        operator()
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"because\"}")
                .post(ROLLOUT + "/halt", id)
                .then()
                .statusCode(412)
                .body("type", is("urn:metalayer:problem:stale-version"));
        operator()
                .header("If-Match", "2")
                .body("{\"reason\":\"because\"}")
                .post(ROLLOUT + "/halt", id)
                .then()
                .statusCode(400);
        operator()
                .header("If-Match", "\"2\"")
                .body("{\"reason\":\"because\"}")
                .post(ROLLOUT + "/pause", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void nothingIsDoneWithoutAReason() {
        operator().body("{\"reason\":\" \"}").post(ROLLOUT + "/halt", id).then().statusCode(400);
        operator().body("{}").post(ROLLOUT + "/halt", id).then().statusCode(400);
        assertThat(fixture.again(rollout).rollout().state()).isEqualTo(RolloutState.RUNNING);
    }

    @Test
    void strangersAndSticksAreKeptOut() {
        given().get(ROLLOUT, id).then().statusCode(401);
        given().get("/api/v1/deployment-manifest").then().statusCode(401);
        given().contentType("application/json")
                .body("{\"reason\":\"because\"}")
                .post(ROLLOUT + "/halt", id)
                .then()
                .statusCode(401);
        given().body(new byte[0]).post("/api/v1/stick/outcomes").then().statusCode(401);
        VirtualStick.accepted()
                .session()
                .body("{\"reason\":\"because\"}")
                .post(ROLLOUT + "/halt", id)
                .then()
                .statusCode(403);
    }

    @Test
    void anyonePollsAndIsToldWhenNothingChanged() {
        Response polled = given().get(TIMESTAMP);
        polled.then().statusCode(200).header("Cache-Control", "no-cache");
        String tag = polled.header("ETag");
        long sequence = fixture.manifest().sequence();

        given().header("If-None-Match", tag).get(TIMESTAMP).then().statusCode(304);
        given().head(TIMESTAMP).then().statusCode(200).header("ETag", tag);
        fixture.tick();
        given().header("If-None-Match", tag).get(TIMESTAMP).then().statusCode(304);

        verb("pause").statusCode(200);

        given().header("If-None-Match", tag).get(TIMESTAMP).then().statusCode(200);
        assertThat(fixture.manifest().sequence()).isEqualTo(sequence + 1);
    }

    @Test
    void anOperatorReadsTheManifestAsTheSticksGetIt() {
        operator()
                .get("/api/v1/deployment-manifest")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("payload.entries[0].rollout_id", is(id.toString()))
                .body("payload.entries[0].strategy", is("STAGED"))
                .body("payload.entries[0].priority", is("normal"))
                .body("payload.entries[0].features", contains("Playlist"))
                .body("payload.entries[0].files", contains("index.html", "player.js"))
                .body("director.signed._type", is("targets"))
                .body(
                        "director.signed.targets.'director/deployment-manifest.json'.length",
                        is(fixture.manifestLength()))
                .body("director.signatures", hasSize(1));
    }

    @Test
    void aStickReportsItsOutcomeOnce() {
        VirtualStick stick = VirtualStick.accepted();
        SimulatedStick signer = new SimulatedStick(stick.id(), stick.moduleId(), stick.key());
        byte[] outcome = signer.outcome(id, rollout.release().id(), OutcomeResult.VERIFIED);
        RequestSpecification session = stick.session();

        session.body(outcome)
                .post("/api/v1/stick/outcomes")
                .then()
                .statusCode(200)
                .body("recorded", is(true));
        session.body(outcome).post("/api/v1/stick/outcomes").then().statusCode(200);
        session.body("{}").post("/api/v1/stick/outcomes").then().statusCode(400);

        assertThat(fixture.look(rollout).counts().verified()).isEqualTo(1);
    }

    private ValidatableResponse verb(String verb) {
        return operator().body("{\"reason\":\"because\"}").post(ROLLOUT + "/" + verb, id).then();
    }

    private static RequestSpecification operator() {
        return TestOperator.request();
    }
}
