package org.metalayer.server.evaluation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are wanted; null, or no progress at all, stands for any.
 *
 * @param progress one of these
 * @param stick who contributed them
 */
public record ReportFilter(
        @Nullable ReportState state,
        List<ReportProgress> progress,
        @Nullable String component,
        @Nullable UUID stick) {

    public ReportFilter {
        progress = List.copyOf(progress);
    }

    /** All reports in one state. */
    public static ReportFilter in(ReportState state) {
        return new ReportFilter(state, List.of(), null, null);
    }
}
