package org.metalayer.server.evaluation;

import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.access.StickPrincipal;

/** A report that the stick of this session signed, in its own name. */
final class VerifiedReport {

    private final UpgradeReport report;
    private final Sha256 payload;
    private final byte[] envelope;

    private VerifiedReport(UpgradeReport report, Sha256 payload, byte[] envelope) {
        this.report = report;
        this.payload = payload;
        this.envelope = envelope;
    }

    /** Verifies the bytes as they were received. */
    static VerifiedReport of(StickPrincipal stick, byte[] received) {
        Envelope envelope = Envelope.parse(received);
        UpgradeReport report = UpgradeReport.verify(envelope, stick.verifyingKey());
        if (!report.contributor().moduleId().equals(stick.moduleId())) {
            throw ReportProblems.NOT_YOUR_REPORT.because(
                    "the report names %s, this session belongs to %s: report in your own name"
                            .formatted(report.contributor().moduleId(), stick.moduleId()));
        }
        return new VerifiedReport(
                report, Sha256.of(envelope.unverifiedPayload()), received.clone());
    }

    UpgradeReport report() {
        return report;
    }

    /** Of the signed bytes: what tells a repetition from a replay. */
    Sha256 payload() {
        return payload;
    }

    /** As received. */
    byte[] envelope() {
        return envelope.clone();
    }
}
