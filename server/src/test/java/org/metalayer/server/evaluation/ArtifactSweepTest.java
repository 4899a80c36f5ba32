package org.metalayer.server.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.artifact.ArtifactSweep;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** Bytes go with the last report that needs them, and never while one does. */
@QuarkusTest
class ArtifactSweepTest {

    private static final int ROUNDS = 15;
    private static final int REPORTERS = 4;

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Reports reports;
    @Inject AbandonedReports abandoned;
    @Inject HumanDecisions people;
    @Inject Evaluations evaluations;
    @Inject ArtifactStore artifacts;
    @Inject ArtifactSweep sweep;

    /** Not in the store before. */
    private final String text = "text of " + UUID.randomUUID();

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @AfterEach
    void back() {
        TestClock.reset();
    }

    @Test
    void aRejectedReportsFilesGoAndCanComeAgain() throws IOException {
        Proposal first = doubtful();
        story.decide(stick, first);
        sweep.sweep();
        assertStored(true);

        people.reject(first.id(), "no programs", "ops");
        sweep.sweep();
        assertStored(false);

        Proposal again = doubtful();
        story.report(stick, again);
        sweep.sweep();
        assertStored(true);
        assertThat(reports.find(again.id()).report().state()).isEqualTo(ReportState.PENDING);
    }

    @Test
    void anotherOpenReportKeepsThem() throws IOException {
        Proposal first = doubtful();
        story.decide(stick, first);
        story.report(stick, doubtful());

        people.reject(first.id(), "no programs", "ops");
        sweep.sweep();

        assertStored(true);
    }

    @Test
    void aReleaseKeepsThemForEver() throws IOException {
        Proposal released = Proposal.of(UpgradeType.BUGFIX).file("text.txt", text);
        story.decide(stick, released);
        Proposal copy = doubtful();
        story.decide(stick, copy);

        people.reject(copy.id(), "no programs", "ops");
        sweep.sweep();

        assertStored(true);
    }

    @Test
    void anAbandonedReportsFilesGo() throws IOException {
        Proposal half = Proposal.aFeature().file("text.txt", text).file("never.txt", text + "!");
        submit(half);
        Proposal sent = Proposal.empty().file("text.txt", text);
        reports.storePack(stick.principal(), new ByteArrayInputStream(sent.pack()), -1);
        assertStored(true);

        endAbandonedAfter(Duration.ofDays(15));
        assertStored(false);
    }

    @Test
    void aFileThatWasPlacedAndNeverVouchedForGoesWithTheLastReportThatAwaitsIt()
            throws IOException {
        submit(doubtful());
        Files.writeString(artifacts.path(digest()), text);
        TestClock.shift(Duration.ofDays(10));
        submit(doubtful());

        endAbandonedAfter(Duration.ofDays(15));
        assertThat(artifacts.path(digest())).hasContent(text);

        endAbandonedAfter(Duration.ofDays(25));
        assertStored(false);
    }

    @Test
    void whoeverReportsDuringSweepsLosesNothing() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(REPORTERS + 1)) {
            AtomicBoolean done = new AtomicBoolean();
            Future<?> sweeping =
                    clients.submit(() -> {
                        while (!done.get()) {
                            sweep.sweep();
                        }
                        return null;
                    });
            List<Future<Object>> reporters =
                    clients.invokeAll(
                            Collections.nCopies(REPORTERS, Executors.callable(this::report)));
            done.set(true);
            sweeping.get();
            for (Future<?> each : reporters) {
                each.get();
            }
        }

        assertThat(reports.decisions(PageRequest.of(200, null)).items())
                .hasSize(REPORTERS * ROUNDS)
                .allSatisfy(decision ->
                        assertThat(decision.ruling().reasons().getFirst())
                                .contains("gone.html is missing"));
        sweep.sweep();
        assertStored(false);
    }

    /** The same content again and again; what is whole is evaluated, and rejected for its entry. */
    private void report() {
        SimulatedStick own = fleet.enrolOnline(1).getFirst();
        for (int i = 0; i < ROUNDS; i++) {
            story.report(
                    own,
                    Proposal.empty()
                            .file("text.txt", text)
                            .file("component.json", "{\"entry\":\"gone.html\"}"));
            evaluations.evaluatePending();
        }
    }

    private Proposal doubtful() {
        return Proposal.empty().file("text.txt", text).executable();
    }

    private void submit(Proposal proposal) {
        reports.submit(stick.principal(), proposal.signedBy(stick));
    }

    private void endAbandonedAfter(Duration time) throws IOException {
        TestClock.shift(time);
        abandoned.sweep();
        sweep.sweep();
    }

    private void assertStored(boolean stored) {
        assertThat(artifacts.sizes(List.of(digest())).containsKey(digest())).isEqualTo(stored);
        assertThat(Files.exists(artifacts.path(digest()))).isEqualTo(stored);
    }

    private Sha256 digest() {
        return Sha256.of(text.getBytes(UTF_8));
    }
}
