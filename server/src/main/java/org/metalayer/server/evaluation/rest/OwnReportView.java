package org.metalayer.server.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.evaluation.ReportReceipt;

/** What a stick is told about a report of its own (docs/protocol.md §5). */
public record OwnReportView(
        UUID reportId,
        String state,
        List<String> missing,
        List<String> reasons,
        Instant serverTime) {

    static OwnReportView of(ReportReceipt receipt, List<String> reasons, Instant now) {
        return new OwnReportView(
                receipt.report().id(),
                receipt.report().state().wire(),
                receipt.missing().stream().map(Sha256::hex).toList(),
                reasons,
                now);
    }
}
