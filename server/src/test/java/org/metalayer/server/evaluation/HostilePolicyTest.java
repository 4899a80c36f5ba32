package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.metalayer.server.testing.PolicyDoors.POLICIES;
import static org.metalayer.server.testing.PolicyDoors.activate;
import static org.metalayer.server.testing.PolicyDoors.draft;
import static org.metalayer.server.testing.PolicyDoors.propose;
import static org.metalayer.server.testing.PolicyFixture.approving;
import static org.metalayer.server.testing.PolicyFixture.row;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.server.access.rest.Somebody;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.testing.PolicyFixture;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** What an operator who means harm, or one who is careless, cannot make of the policy. */
@QuarkusTest
class HostilePolicyTest extends WithPolicies {

    @Test
    void aSecondAccountOfOnesOwnIsTooNewToApprove() {
        int version = draft(OFFERED);
        String seen = propose(version);
        RequestSpecification puppet = Somebody.with("operator").session();

        puppet.body(Map.of("sha256", seen))
                .post(POLICIES + "/" + version + "/approve")
                .then()
                .statusCode(409)
                .body("detail", containsString("too new to approve"));
        activate(version, seen).statusCode(409);
    }

    @Test
    void shuttingTheOthersOutDoesNotMakeOneAlone() {
        Somebody other = Somebody.with("operator");
        int version = draft(OFFERED);
        String seen = propose(version);
        other.patch(Map.of("disabled", true)).then().statusCode(200);

        activate(version, seen)
                .statusCode(409)
                .body("type", containsString("policy-second-operator"));
    }

    @Test
    void makingTheOthersViewersDoesNotMakeOneAlone() {
        Somebody other = Somebody.with("operator");
        int version = draft(OFFERED);
        String seen = propose(version);
        other.patch(Map.of("role", "viewer")).then().statusCode(200);

        activate(version, seen)
                .statusCode(409)
                .body("type", containsString("policy-second-operator"));
        TestClock.shift(Duration.ofHours(25));
        activate(version, seen).statusCode(200);
    }

    @Test
    void anOldAccountThatMayActOnlyNowIsTooNewToApprove() {
        Somebody promoted = Somebody.with("viewer");
        Somebody enabled = Somebody.with("operator");
        enabled.patch(Map.of("disabled", true)).then().statusCode(200);
        Somebody handedOver = Somebody.with("operator");
        Somebody waiting = Somebody.with("operator");
        TestClock.shift(Duration.ofHours(25));
        promoted.patch(Map.of("role", "operator")).then().statusCode(200);
        enabled.patch(Map.of("disabled", false)).then().statusCode(200);
        operator()
                .body(Map.of("password", handedOver.password()))
                .post("/api/v1/operators/{id}/password", handedOver.id())
                .then()
                .statusCode(200);
        int version = draft(OFFERED);
        String seen = propose(version);

        for (Somebody puppet : List.of(promoted, enabled, handedOver)) {
            approve(puppet, version, seen)
                    .statusCode(409)
                    .body("detail", containsString("too new to approve"));
        }
        approve(waiting, version, seen).statusCode(200);
    }

    @Test
    void aPolicyWhoseLastRowDoesNotSendTheRestToAPersonIsRefused() {
        Map<String, Object> policy = PolicyFixture.of();
        policy.put("rows", List.of(approving("IMMEDIATE")));

        operator()
                .body(policy)
                .post(POLICIES)
                .then()
                .statusCode(422)
                .body("detail", containsString("the last row must send everything else"));
        policy.put("rows", List.of(row("verdict", "needs_human", "condition", "score > 1")));
        operator().body(policy).post(POLICIES).then().statusCode(422);
        assertThatThrownBy(() ->
                        sql.update(
                                """
                                WITH made AS (
                                  INSERT INTO policy (version, row_count, created_by, created_at)
                                  VALUES (9, 1, 'somebody', now()) RETURNING version)
                                INSERT INTO policy_row (policy_version, ordinal, condition,
                                  verdict, priority)
                                SELECT version, 1, 'score > 1', 'needs_human', 'low' FROM made\
                                """))
                .hasMessageContaining("the last one must send everything else to a person");
    }

    @Test
    void aPolicyThatWouldApproveTheSystemItselfDoesNot() {
        int version =
                draft(
                        PolicyFixture.of(
                                approving("IMMEDIATE", "condition", "component == 'agent'")));
        activate(version, propose(version)).statusCode(200);

        Ruling ruling = story.decide(stick, Proposal.anAgent()).ruling();

        assertThat(ruling.verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
        assertThat(ruling.policyRow()).isEmpty();
    }

    @Test
    void aConditionThatCannotBeToldSendsTheReportToAPerson() {
        int version =
                draft(
                        PolicyFixture.of(
                                approving("IMMEDIATE", "condition", "1 / files_removed > 0")));
        activate(version, propose(version)).statusCode(200);

        Ruling ruling = story.decide(stick, Proposal.aFeature()).ruling();

        assertThat(ruling.verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
        assertThat(ruling.reasons().getFirst()).contains("row 1: its condition cannot be told");
    }

    @Test
    void hugePoliciesAreRefused() {
        Map<String, Object> huge = PolicyFixture.of();
        huge.put("rows", Collections.nCopies(51, row("verdict", "needs_human")));
        operator().body(huge).post(POLICIES).then().statusCode(422);
        huge.put("rows", Collections.nCopies(201, row("verdict", "needs_human")));
        operator().body(huge).post(POLICIES).then().statusCode(400);
        huge.put("note", "long".repeat(100_000));
        operator().body(huge).post(POLICIES).then().statusCode(413);
        operator()
                .body(
                        PolicyFixture.of(
                                approving("STAGED", "condition", "true||".repeat(1000) + "true")))
                .post(POLICIES + "/check")
                .then()
                .statusCode(200)
                .body("faults[0].message", containsString("at most 500"));
    }

    @Test
    void aFactBeyondAllNumbersIsAFault() {
        String policy =
                """
                {"note": "", "rows": [{"verdict": "needs_human"}], "examples": [
                  {"name": "vast", "facts": {"reach": 1e400}, "verdict": "needs_human"}]}\
                """;
        operator()
                .body(policy)
                .post(POLICIES)
                .then()
                .statusCode(422)
                .body("faults[0].place", is("examples[0].facts"))
                .body("faults[0].message", containsString("reach must be a whole number"));
    }

    @Test
    void anExampleThatIsLeftOutIsListedAndTriedAllTheSame() {
        Map<String, Object> policy = PolicyFixture.with(PolicyFixture.of());
        operator()
                .body(policy)
                .post(POLICIES + "/check")
                .then()
                .statusCode(200)
                .body("passed", is(true))
                .body("dropped", hasSize(10))
                .body("dropped.find { it.name == 'a bugfix goes to everybody' }.passed", is(false))
                .body("dropped.find { it.name == 'what is refused is rejected' }.passed", is(true));
    }

    @Test
    void viewersLookAndChangeNothing() {
        RequestSpecification viewer = Somebody.with("viewer").session();

        viewer.get(POLICIES + "/facts").then().statusCode(200).body("name", hasItem("reach"));
        viewer.body(OFFERED).post(POLICIES).then().statusCode(403);
        viewer.post(POLICIES + "/1/check").then().statusCode(403);
        viewer.body(Map.of("sha256", "0".repeat(64)))
                .post(POLICIES + "/1/activate")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse approve(Somebody somebody, int version, String seen) {
        return somebody.session()
                .body(Map.of("sha256", seen))
                .post(POLICIES + "/" + version + "/approve")
                .then();
    }

    private static RequestSpecification operator() {
        return TestOperator.request().contentType(ContentType.JSON);
    }
}
