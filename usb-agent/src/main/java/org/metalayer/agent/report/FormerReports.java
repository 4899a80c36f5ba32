package org.metalayer.agent.report;

import java.io.IOException;

/** Reports that wait to be sent on a stick that gets another Main System. */
public final class FormerReports {

    private static final String WHY =
            "not sent: it changes a release of another Main System, which alone has the other"
                    + " files; report it again";

    private FormerReports() {}

    /**
     * Ends those that are no use to any other: the owner's files are still there, and what became
     * of them stands where it stands of all reports. Those that bring every file themselves wait
     * on.
     */
    public static void end(ReportSpool spool, SentReports sent) throws IOException {
        for (SpooledReport spooled : spool.waiting()) {
            if (!spooled.report().parents().isEmpty()) {
                sent.put(SentReport.of(spooled.report(), SentReport.REFUSED, WHY));
                spool.remove(spooled);
            }
        }
    }
}
