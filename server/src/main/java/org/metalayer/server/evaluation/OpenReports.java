package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.persistence.Turns;

/** Holds every stick to what it may have under way. */
@ApplicationScoped
class OpenReports {

    private static final String RETRY_SECONDS = "300";

    @Inject ReportQueries reports;
    @Inject ReportLimits limits;
    @Inject Turns turns;

    /** Makes room for one more report of a stick, or says what has to happen first. */
    void require(UUID stickId, UpgradeReport next) {
        long announced = next.files().totalSize();
        if (announced > limits.openBytes()) {
            throw ProblemType.TOO_LARGE.because(
                    "the report announces %,d bytes, this Main System takes %,d of one stick: leave files out"
                            .formatted(announced, limits.openBytes()));
        }
        turns.take("open reports of " + stickId);
        ReportQueries.Open open = reports.open(stickId);
        if (open.reports() >= limits.open()) {
            throw full("%d reports of this stick are not decided yet".formatted(open.reports()));
        }
        if (open.bytes() + announced > limits.openBytes()) {
            throw full(
                    "the undecided reports of this stick announce %,d bytes; with this one they would be over %,d"
                            .formatted(open.bytes(), limits.openBytes()));
        }
    }

    private static ProblemException full(String why) {
        return ReportProblems.TOO_MANY_OPEN_REPORTS
                .because(
                        why
                                + ": upload the files they miss, and where they need a person ask"
                                + " an operator to decide")
                .header("Retry-After", RETRY_SECONDS);
    }
}
