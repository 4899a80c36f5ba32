package org.metalayer.server.evaluation;

import java.util.Optional;

/** A report with the newest decision about it. */
public record ReportDetail(Report report, Optional<DecisionRecord> decision) {}
