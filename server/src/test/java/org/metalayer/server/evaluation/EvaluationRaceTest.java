package org.metalayer.server.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** Requests, replicas and broken reports at once. */
@QuarkusTest
class EvaluationRaceTest {

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Reports reports;
    @Inject Evaluations evaluations;
    @Inject ArtifactStore artifacts;
    @Inject Sql sql;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @Test
    void theSameReportFromManyRequestsAtOnceIsStoredOnce() throws Exception {
        byte[] envelope = Proposal.aFeature().file("only.txt", "once").signedBy(stick);

        List<ReportReceipt> receipts = atOnce(() -> reports.submit(stick.principal(), envelope));

        assertThat(receipts).filteredOn(ReportReceipt::fresh).hasSize(1);
        assertThat(sql.number("SELECT count(*) FROM upgrade_report")).isEqualTo(1);
    }

    @Test
    void theSamePackFromManyRequestsAtOnceIsStoredOnce() throws Exception {
        Proposal proposal = Proposal.aFeature().file("race.txt", "who is first");
        byte[] pack = proposal.pack();
        reports.submit(stick.principal(), proposal.signedBy(stick));
        sql.update("TRUNCATE artifact");
        atOnce(() ->
                reports.storePack(stick.principal(), new ByteArrayInputStream(pack), pack.length));

        assertThat(sql.number("SELECT count(*) FROM artifact")).isEqualTo(3);
        assertThat(artifacts.open(Sha256.of("who is first".getBytes(UTF_8))).readAllBytes())
                .asString()
                .isEqualTo("who is first");
    }

    @Test
    void ofTwoReportsOnTheSameParentOnlyOneIsApprovedUnseen() throws Exception {
        Proposal first = Proposal.of(UpgradeType.BUGFIX);
        story.decide(stick, first);
        for (int i = 0; i < 6; i++) {
            story.report(
                    stick,
                    Proposal.of(UpgradeType.BUGFIX)
                            .parent(story.release(first))
                            .file("fix.js", "fix(" + i + ")"));
        }

        List<DecisionRecord> decided =
                atOnce(() -> evaluations.evaluatePending()).stream().flatMap(List::stream).toList();

        assertThat(decided).hasSize(6);
        assertThat(decided)
                .filteredOn(decision -> decision.ruling().verdict() == Verdict.APPROVE)
                .hasSize(1);
        assertThat(decided)
                .filteredOn(decision -> decision.ruling().verdict() == Verdict.NEEDS_HUMAN)
                .hasSize(5);
    }

    @Test
    void versionsHaveNoGapsHoweverManyAreApprovedAtOnce() throws Exception {
        for (int i = 0; i < 8; i++) {
            story.report(
                    stick,
                    Proposal.of(UpgradeType.BUGFIX)
                            .component("component-" + (i % 2))
                            .file("fix.js", "fix(" + i + ")"));
        }

        atOnce(() -> evaluations.evaluatePending());

        assertThat(
                        sql.list(
                                "SELECT version FROM release ORDER BY component, version",
                                row -> row.integer("version")))
                .containsExactly(1, 1);
        assertThat(sql.number("SELECT sum(release_count) FROM component")).isEqualTo(2);
    }

    @Test
    void aReportThatCannotBeEvaluatedGoesToAPersonAndHoldsUpNobody() throws IOException {
        Proposal poisoned = Proposal.of(UpgradeType.BUGFIX).file("lost.js", "lost()");
        Proposal sound = Proposal.of(UpgradeType.BUGFIX).component("clock");
        story.report(stick, poisoned);
        story.report(stick, sound);
        Files.delete(artifacts.path(Sha256.of("lost()".getBytes(UTF_8))));

        requireOnlyOneGoesToAPerson(sound, "failed 3 times");
        sql.update("DELETE FROM artifact WHERE size = 6");
    }

    @ParameterizedTest
    @CsvSource({
        "lacks-a-class, NoClassDefFoundError: org/example/Absent",
        "never-ends, StackOverflowError",
        "cannot-read, no such device"
    })
    void norDoesOneAtWhichTheMainSystemFailsAsNoExceptionDoes(String component, String why) {
        Proposal poisoned = Proposal.of(UpgradeType.BUGFIX).component(component);
        Proposal sound = Proposal.of(UpgradeType.BUGFIX).component("clock");
        story.report(stick, poisoned);
        story.report(stick, sound);

        requireOnlyOneGoesToAPerson(sound, why);
    }

    /** The other one than {@code sound}, after its last try and with the reason. */
    private void requireOnlyOneGoesToAPerson(Proposal sound, String why) {
        assertThat(evaluations.evaluatePending())
                .extracting(DecisionRecord::reportId)
                .containsExactly(sound.id());
        TestClock.shift(Duration.ofMinutes(1));
        assertThat(evaluations.evaluatePending()).isEmpty();
        TestClock.shift(Duration.ofMinutes(3));
        assertThat(evaluations.evaluatePending())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.ruling().verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
                    assertThat(decision.ruling().reasons().getFirst())
                            .contains("failed 3 times", why);
                });
    }

    @Test
    void aReportWhoseEvaluationDiedWithTheProcessIsTakenUpAgainAfterItsLease() {
        Proposal proposal = Proposal.aFeature();
        story.report(stick, proposal);
        sql.update(
                "UPDATE upgrade_report SET attempts = 1, not_before = not_before + interval '5"
                        + " min'");

        assertThat(evaluations.evaluatePending()).isEmpty();
        TestClock.shift(Duration.ofMinutes(6));
        assertThat(evaluations.evaluatePending()).hasSize(1);
    }

    private static <T> List<T> atOnce(Callable<T> task) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> each : clients.invokeAll(Collections.nCopies(6, task))) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
