package org.metalayer.server.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.evaluation.Evaluations;
import org.metalayer.server.evaluation.ReportReceipt;
import org.metalayer.server.evaluation.Reports;

/** What every longer test begins with: a stick reports, the Main System decides. */
@ApplicationScoped
public class Story {

    @Inject Reports reports;
    @Inject Evaluations evaluations;

    /** Reports with all files, as an agent does. */
    public ReportReceipt report(SimulatedStick stick, Proposal proposal) {
        byte[] envelope = proposal.signedBy(stick);
        ReportReceipt receipt = reports.submit(stick.principal(), envelope);
        if (receipt.missing().isEmpty()) {
            return receipt;
        }
        try {
            reports.storePack(stick.principal(), new ByteArrayInputStream(proposal.pack(receipt.missing())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reports.submit(stick.principal(), envelope);
    }

    /** Reports, evaluates, and answers the decision. */
    public DecisionRecord decide(SimulatedStick stick, Proposal proposal) {
        report(stick, proposal);
        List<DecisionRecord> decided = evaluations.evaluatePending();
        return decided.stream()
                .filter(decision -> decision.reportId().equals(proposal.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The release that an approved proposal became. */
    public UUID release(Proposal proposal) {
        return reports.find(proposal.id()).report().releaseId().orElseThrow();
    }
}
