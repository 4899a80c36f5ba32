package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.metalayer.server.testing.PolicyDoors.POLICIES;
import static org.metalayer.server.testing.PolicyDoors.activate;
import static org.metalayer.server.testing.PolicyDoors.draft;
import static org.metalayer.server.testing.PolicyDoors.propose;
import static org.metalayer.server.testing.PolicyDoors.show;
import static org.metalayer.server.testing.PolicyFixture.approving;
import static org.metalayer.server.testing.PolicyFixture.row;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.access.rest.Somebody;
import org.metalayer.server.evaluation.policy.Policies;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.testing.PolicyFixture;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** A version of the policy from the first draft to the decision that names it, over HTTP. */
@QuarkusTest
class PolicyVersionsTest extends WithPolicies {

    @Inject Policies policies;

    @Test
    void theDefaultPolicyIsTheFirstVersionAndItsDigestIsThatOfItsContent() {
        show(1).body("version.state", is("active"))
                .body("version.sha256", equalTo(policies.inForce().sha256().hex()))
                .body("sha256", equalTo(policies.inForce().sha256().hex()))
                .body("rows", hasSize(6))
                .body("examples", hasSize(10));
        operator()
                .post(POLICIES + "/1/check")
                .then()
                .statusCode(200)
                .body("passed", is(true))
                .body("examples.passed", everyItem(is(true)))
                .body("grid", hasSize(15))
                .body("grid.different", everyItem(is(0)))
                .body("dropped", hasSize(0))
                .body("cut_off", is(false))
                .body("unreached_rows", hasSize(0))
                .body("tried", is(15));
    }

    @Test
    void aDraftBecomesThePolicyByASecondOperatorAndDecidesTheNextReport() {
        RequestSpecification second = secondOperator();
        int version = draft(OFFERED);
        String seen = propose(version);
        operator()
                .body(Map.of("sha256", seen))
                .post(POLICIES + "/" + version + "/activate")
                .then()
                .statusCode(409)
                .body("type", containsString("policy-second-operator"));
        operator()
                .body(Map.of("sha256", seen))
                .post(POLICIES + "/" + version + "/approve")
                .then()
                .statusCode(409)
                .body("detail", containsString("had a hand in"));
        second.body(Map.of("sha256", seen))
                .post(POLICIES + "/" + version + "/approve")
                .then()
                .statusCode(200);
        activate(version, seen).statusCode(200).body("version.state", is("active"));

        show(1).body("version.state", is("superseded"));
        Ruling ruling = story.decide(stick, Proposal.aFeature()).ruling();
        assertThat(ruling.strategy()).contains(Strategy.OPTIONAL);
        assertThat(ruling.policy().version()).isEqualTo(version);
        assertThat(ruling.policy().sha256()).contains(policies.inForce().sha256());
        operator()
                .get("/api/v1/decisions")
                .then()
                .body("items[0].policy_sha256", equalTo(seen))
                .body("items[0].reasons[1]", containsString("where files_removed == 0"));
        assertThat(story.decide(stick, Proposal.of(UpgradeType.BUGFIX).component("clock")).ruling())
                .extracting(Ruling::verdict)
                .isEqualTo(Verdict.NEEDS_HUMAN);
    }

    @Test
    void whoIsAloneActivatesAlone() {
        int version = draft(OFFERED);
        String seen = propose(version);

        show(version).body("needs_second", is(false));
        activate(version, seen).statusCode(200).body("version.approved_by", nullValue());
    }

    @Test
    void faultsAreRefusedWithTheirPlaces() {
        Map<String, Object> faulty =
                PolicyFixture.with(
                        PolicyFixture.of(
                                approving("OPTIONAL", "condition", "true &&\n imapct == high"),
                                approving("SOMETIMES", "type", "feture")),
                        row("name", "odd", "facts", Map.of("rech", 3), "verdict", "reject"));
        operator()
                .body(faulty)
                .post(POLICIES)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", containsString("policy-invalid"))
                .body("faults.place", hasItem("rows[0].condition"))
                .body("faults.place", hasItem("rows[1].type"))
                .body("faults.place", hasItem("rows[1].strategy"))
                .body("faults.place", hasItem("examples[0].facts"))
                .body("faults[0].line", is(2))
                .body("faults[0].column", is(2));
        operator()
                .body(faulty)
                .post(POLICIES + "/check")
                .then()
                .statusCode(200)
                .body("passed", is(false))
                .body("faults", hasSize(4));
        operator().get(POLICIES).then().body("items", hasSize(1));
    }

    @Test
    void anExampleThatEndsOtherwiseKeepsAVersionFromBeingProposed() {
        int version =
                draft(
                        PolicyFixture.with(
                                OFFERED,
                                row(
                                        "name",
                                        "bugfixes go out",
                                        "facts",
                                        Map.of("upgrade_type", "bugfix", "impact", "low"),
                                        "verdict",
                                        "approve",
                                        "strategy",
                                        "IMMEDIATE")));
        operator()
                .post(POLICIES + "/" + version + "/propose")
                .then()
                .statusCode(409)
                .body("type", containsString("policy-examples-fail"))
                .body("detail", containsString("bugfixes go out"));
        operator()
                .post(POLICIES + "/" + version + "/check")
                .then()
                .body("passed", is(false))
                .body("examples[0].got.verdict", is("needs_human"))
                .body("examples[0].wanted.strategy", is("IMMEDIATE"));
    }

    @Test
    void theDifferenceFindsWhatOnlyAConditionTellsApart() {
        Map<String, Object> policy =
                PolicyFixture.of(
                        approving(
                                "STAGED",
                                "type",
                                "feature",
                                "min_impact",
                                "medium",
                                "condition",
                                "changed_bytes < 7777777 && component != 'clock'"));
        operator()
                .body(policy)
                .post(POLICIES + "/check")
                .then()
                .statusCode(200)
                .body("grid.find { it.type == 'feature' && it.impact == 'high' }.after", hasSize(2))
                .body(
                        "grid.find { it.type == 'feature' && it.impact == 'high' }.different",
                        greaterThan(1))
                .body("grid.find { it.type == 'feature' && it.impact == 'low' }.different", is(0))
                .body(
                        "grid.find { it.type == 'ux' && it.impact == 'low' }.before[0].strategy",
                        is("OPTIONAL"))
                .body(
                        "grid.find { it.type == 'ux' && it.impact == 'low' }.after[0].verdict",
                        is("needs_human"));
    }

    @Test
    void whatIsProposedIsFixedAndWhoSawAnOlderOneIsToldSo() {
        int version = draft(OFFERED);
        operator()
                .header("If-Match", "\"7\"")
                .body(OFFERED)
                .put(POLICIES + "/" + version)
                .then()
                .statusCode(412);
        String seen = propose(version);

        operator().body(OFFERED).put(POLICIES + "/" + version).then().statusCode(409);
        assertThatThrownBy(() ->
                        sql.update(
                                "UPDATE policy_row SET condition = 'true' WHERE policy_version = ?"
                                        + " AND ordinal = 1",
                                version))
                .hasMessageContaining("is not a draft");
        activate(version, "0".repeat(64))
                .statusCode(409)
                .body("type", containsString("policy-other-content"));
        operator().post(POLICIES + "/" + version + "/send-back").then().statusCode(200);
        activate(version, seen).statusCode(409);
        operator()
                .body(PolicyFixture.of())
                .put(POLICIES + "/" + version)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
    }

    @Test
    void aDraftIsGivenUpForGoodAndItsNumberIsNotGivenAgain() {
        int version = draft(OFFERED);
        operator()
                .header("If-Match", "\"7\"")
                .post(POLICIES + "/" + version + "/discard")
                .then()
                .statusCode(412);
        operator()
                .post(POLICIES + "/" + version + "/discard")
                .then()
                .statusCode(200)
                .body("version.state", equalTo("discarded"))
                .body("version.discarded_by", equalTo("admin"))
                .body("needs_second", equalTo(false));

        operator().body(OFFERED).put(POLICIES + "/" + version).then().statusCode(409);
        operator().post(POLICIES + "/" + version + "/propose").then().statusCode(409);
        assertThat(draft(OFFERED)).isEqualTo(version + 1);
        assertThatThrownBy(() ->
                        sql.update("UPDATE policy SET state = 'draft' WHERE version = ?", version))
                .hasMessageContaining("is discarded");
    }

    @Test
    void whatIsProposedOrDecidesIsNotDiscarded() {
        int version = draft(OFFERED);
        propose(version);
        operator().post(POLICIES + "/" + version + "/discard").then().statusCode(409);
        operator().post(POLICIES + "/1/discard").then().statusCode(409);
    }

    @Test
    void twoProposalsAreNotActivatedOneOverTheOther() {
        int first = draft(OFFERED);
        int second = draft(PolicyFixture.of());
        String seenFirst = propose(first);
        String seenSecond = propose(second);
        activate(first, seenFirst).statusCode(200);

        activate(second, seenSecond).statusCode(409).body("type", containsString("policy-moved"));
        operator().post(POLICIES + "/1/send-back").then().statusCode(409);
    }

    private static RequestSpecification secondOperator() {
        Somebody somebody = Somebody.with("operator");
        TestClock.shift(Duration.ofHours(25));
        return somebody.session();
    }

    private static RequestSpecification operator() {
        return TestOperator.request().contentType(ContentType.JSON);
    }
}
