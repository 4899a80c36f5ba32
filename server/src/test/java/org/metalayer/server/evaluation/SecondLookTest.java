package org.metalayer.server.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.DatabaseLocks;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** A person approves what they saw: not what the component has become since. */
@QuarkusTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SecondLookTest {

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject HumanDecisions people;
    @Inject Reports reports;
    @Inject Evaluations evaluations;
    @Inject ArtifactStore artifacts;
    @Inject DatabaseLocks locks;
    @Inject Sql sql;

    private SimulatedStick stick;
    private UUID first;
    private Proposal doubtful;
    private Proposal fix;

    /** Version 1, and a report on it that waits for a person. */
    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
        Proposal origin = Proposal.aFeature();
        story.decide(stick, origin);
        first = story.release(origin);
        doubtful = Proposal.aFeature().file("tool", "#!/bin/sh").executable().parent(first);
        story.decide(stick, doubtful);
        fix = Proposal.of(UpgradeType.BUGFIX).file("player.js", "play(safely)").parent(first);
    }

    @Test
    void whatWouldUndoALaterReleaseIsNotApprovedUnseen() {
        story.decide(stick, fix);

        approve(Map.of("reason", "read it"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("urn:metalayer:problem:head-moved"))
                .body("head_version", is(2))
                .body(
                        "detail",
                        allOf(
                                containsString("version 2 as its newest release now"),
                                containsString("you saw version 1"),
                                containsString("approving it would undo: player.js"),
                                containsString("approve the report on version 2")));

        assertThat(versions()).isEqualTo(2);
        assertThat(reports.find(doubtful.id()).report().state()).isEqualTo(ReportState.NEEDS_HUMAN);
    }

    @Test
    void whoHasSeenTheNewestReleaseMayApproveOnIt() {
        story.decide(stick, fix);

        approve(Map.of("reason", "the fix was wrong", "on_version", 1)).statusCode(409);
        approve(Map.of("reason", "the fix was wrong", "on_version", 2))
                .statusCode(200)
                .body(
                        "stages.find { it.stage == 'parents' }.detail",
                        containsString("while version 2 is the newest"));

        assertThat(versions()).isEqualTo(3);
    }

    @Test
    void whatWasExaminedWithTheNewestReleaseIsApproved() {
        approve(Map.of("reason", "read it")).statusCode(200);

        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void aReleaseThatComesAtTheSameMomentIsSeenToo() {
        story.report(stick, fix);

        CompletableFuture<DecisionRecord> approval =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            story.decide(stick, fix);
                            CompletableFuture<DecisionRecord> asked =
                                    CompletableFuture.supplyAsync(this::approve);
                            locks.awaitSomebodyWhoWaits();
                            return asked;
                        });

        assertThatThrownBy(approval::join).hasMessageContaining("version 2 as its newest release");
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void whatIsThereAlreadyCannotBecomeAReleaseWhateverThePersonHasSeen() {
        Proposal same = Proposal.aFeature().file("tool", "#!/bin/sh").executable().parent(first);
        story.decide(stick, same);
        approve(Map.of("reason", "read it")).statusCode(200);

        decide(same, Map.of("verdict", "approve", "reason", "read it", "on_version", 2))
                .statusCode(409)
                .body("type", is("urn:metalayer:problem:not-releasable"))
                .body("detail", containsString("nothing differs from the newest release"));
        decide(same, Map.of("verdict", "reject", "reason", "it is there")).statusCode(200);
    }

    @Test
    void whatCannotBeExaminedIsApprovedOnlyWhenItCanBe() throws IOException {
        byte[] content = ("lost " + UUID.randomUUID()).getBytes(UTF_8);
        Proposal broken = Proposal.of(UpgradeType.BUGFIX).file("lost.js", content).parent(first);
        story.report(stick, broken);
        Path file = artifacts.path(Sha256.of(content));
        Files.delete(file);
        for (int minutes = 0; minutes < 30; minutes += 10) {
            TestClock.shift(Duration.ofMinutes(minutes));
            evaluations.evaluatePending();
        }
        Map<String, Object> approval = Map.of("verdict", "approve", "reason", "read it");

        decide(broken, approval)
                .statusCode(409)
                .body("type", is("urn:metalayer:problem:not-examinable"))
                .body("detail", containsString("or reject the report"));

        Files.write(file, content);
        decide(broken, approval).statusCode(200);
        assertThat(versions()).isEqualTo(2);
    }

    private DecisionRecord approve() {
        return people.approve(
                doubtful.id(), new Approval(Optional.empty(), Optional.empty(), "read it"), "ops");
    }

    private ValidatableResponse approve(Map<String, Object> request) {
        Map<String, Object> body = new HashMap<>(request);
        body.put("verdict", "approve");
        return decide(doubtful, body);
    }

    private static ValidatableResponse decide(Proposal about, Map<String, Object> body) {
        return TestOperator.request()
                .body(body)
                .post("/api/v1/upgrade-reports/{id}/decision", about.id())
                .then();
    }

    private long versions() {
        return sql.number("SELECT count(*) FROM release");
    }
}
