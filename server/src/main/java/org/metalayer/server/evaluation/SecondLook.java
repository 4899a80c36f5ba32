package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.platform.Outage;
import org.metalayer.server.platform.ProblemException;

/**
 * Looks again at a report that a person approves. It was examined some time ago, and other reports
 * may have become releases since: approving it unseen would silently undo them.
 */
@ApplicationScoped
class SecondLook {

    private static final Logger LOG = Logger.getLogger(SecondLook.class);

    @Inject Examiner examiner;
    @Inject ArtifactStore artifacts;

    /**
     * What the report looks like now; ends the request with 409 where that is not what the person
     * saw.
     *
     * @param seen version of the newest release that the person knows of, 0 for none
     */
    Examination at(Report report, int seen) {
        Examination today = examine(report);
        String refusals = today.objections(Finding.Refused.class::isInstance);
        if (!refusals.isEmpty()) {
            throw ReportProblems.NOT_RELEASABLE.because(refusals + "; reject the report");
        }
        if (today.headVersion() != seen) {
            throw moved(report, seen, today);
        }
        return today;
    }

    private Examination examine(Report report) {
        try {
            return examiner.examine(report);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e) || artifacts.isAway()) {
                throw e;
            }
            LOG.errorf(e, "Report %s cannot be examined", report.id());
            throw ReportProblems.NOT_EXAMINABLE.because(
                    "the Main System failed to look at it again; find out why in its log, or reject"
                            + " the report");
        }
    }

    private static ProblemException moved(Report report, int seen, Examination today) {
        String doubts = today.objections(Finding::objects);
        return ReportProblems.HEAD_MOVED
                .because(
                        "%s has %s as its newest release now, you saw %s; %s. If you mean it all the same, approve the report on version %d"
                                .formatted(
                                        report.component(),
                                        version(today.headVersion()),
                                        version(seen),
                                        doubts.isEmpty() ? "nothing speaks against it" : doubts,
                                        today.headVersion()))
                .with("head_version", today.headVersion());
    }

    private static String version(int version) {
        return version == 0 ? "none" : "version " + version;
    }
}
