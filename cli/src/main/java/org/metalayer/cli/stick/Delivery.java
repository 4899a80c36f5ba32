package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.stick.AgentLog;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Reasons;

/**
 * How far a report has got.
 *
 * @param state as the Main System names it; {@code spooled} while the stick keeps it
 * @param reasons of a decision or refusal
 * @param pending whether an operator has yet to let the stick in
 * @param trouble what else keeps the stick from sending it
 */
record Delivery(String state, List<String> reasons, boolean pending, Optional<String> trouble) {
    /** The stick still has it. */
    static final String SPOOLED = "spooled";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Sends it now, or lets the running agent do so, and says what came of it. */
    static Delivery attempt(Path stick, UUID report) {
        try {
            return send(stick, report);
        } catch (IOException e) {
            return new Delivery(SPOOLED, List.of(), false, Optional.of(Reasons.of(e)));
        }
    }

    private static Delivery send(Path stick, UUID report) throws IOException {
        LocalParts local = AgentLoop.open(StickDirectory.existing(stick));
        Optional<StickLock> lock = StickLock.tryAcquire(local.stick());
        if (lock.isPresent()) {
            try (StickLock held = lock.get()) {
                AgentLog log =
                        new AgentLog(local.stick().log(), InstantSource.system(), Optional.empty());
                AgentLoop.of(local, log).once(held);
            }
        } else {
            awaitAgent(local, report);
        }
        return local.sentReports()
                .of(report)
                .map(sent -> new Delivery(sent.state(), sent.reasons(), false, Optional.empty()))
                .orElse(
                        new Delivery(
                                SPOOLED,
                                List.of(),
                                isPending(local),
                                local.contact().flatMap(Contact::trouble)));
    }

    boolean isRefused() {
        return state.equals(SentReport.REFUSED);
    }

    boolean isSent() {
        return !state.equals(SPOOLED);
    }

    private static boolean isPending(LocalParts local) throws IOException {
        return local.enrolmentFile().read().map(EnrolmentRecord::state).stream()
                .anyMatch(state -> state == EnrolmentState.PENDING);
    }

    private static void awaitAgent(LocalParts local, UUID report) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<SentReport> sent = local.sentReports().of(report);
        while (sent.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CliException("interrupted; the report is kept and will be sent", e);
            }
            sent = local.sentReports().of(report);
        }
    }
}
