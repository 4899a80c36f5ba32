package org.metalayer.server.evaluation;

/** A report and all its files are here. Fired in the transaction that makes it so. */
record ReportCompleted() {}
