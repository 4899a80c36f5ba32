package org.metalayer.server.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.evaluation.ReportReceipt;

/** The answer to a report (docs/protocol.md §5). */
public record ReceiptView(UUID reportId, String state, List<String> missing, Instant serverTime) {

    static ReceiptView of(ReportReceipt receipt, Instant now) {
        return new ReceiptView(
                receipt.report().id(),
                receipt.report().state().wire(),
                receipt.missing().stream().map(Sha256::hex).toList(),
                now);
    }
}
