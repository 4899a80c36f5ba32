package org.metalayer.server.evaluation;

import java.util.List;
import org.metalayer.protocol.Sha256;

/**
 * What a stick is told about a report it sent; given out only when the report is durable.
 *
 * @param fresh whether it came for the first time
 * @param missing the files that still have to be uploaded
 */
public record ReportReceipt(Report report, boolean fresh, List<Sha256> missing) {

    public ReportReceipt {
        missing = List.copyOf(missing);
    }
}
