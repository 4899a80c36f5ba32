package org.metalayer.server.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
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
        List<byte[]> large =
                proposal.contents().stream()
                        .filter(content -> content.length > BlobPack.MAX_BLOB_SIZE)
                        .toList();
        Set<Sha256> packed = new LinkedHashSet<>(receipt.missing());
        for (byte[] content : large) {
            Sha256 digest = Sha256.of(content);
            if (packed.remove(digest)) {
                reports.append(stick.principal(), digest, 0, new ByteArrayInputStream(content));
            }
        }
        storePack(stick, proposal.pack(packed));
        return reports.submit(stick.principal(), envelope);
    }

    private void storePack(SimulatedStick stick, byte[] pack) {
        try {
            reports.storePack(stick.principal(), new ByteArrayInputStream(pack), pack.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
