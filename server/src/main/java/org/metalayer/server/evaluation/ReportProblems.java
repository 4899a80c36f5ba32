package org.metalayer.server.evaluation;

import org.metalayer.server.platform.ProblemType;

/** What can stand in the way of a report or its files. */
final class ReportProblems {

    static final ProblemType NOT_YOUR_REPORT =
            new ProblemType("not-your-report", "The report names another stick", 403);
    static final ProblemType REPORT_REPLAYED =
            new ProblemType("report-replayed", "The report id was used for another report", 409);
    static final ProblemType TOO_MANY_OPEN_REPORTS =
            new ProblemType("too-many-open-reports", "Too much of this stick is undecided", 429);
    static final ProblemType FILE_NOT_AWAITED =
            new ProblemType("file-not-awaited", "No report of this stick awaits this file", 422);
    static final ProblemType HEAD_MOVED =
            new ProblemType("head-moved", "The newest release is another one now", 409);
    static final ProblemType NOT_RELEASABLE =
            new ProblemType("not-releasable", "The report cannot become a release any more", 409);

    static final ProblemType NOT_EXAMINABLE =
            new ProblemType("not-examinable", "The report cannot be examined", 409);

    private ReportProblems() {}
}
