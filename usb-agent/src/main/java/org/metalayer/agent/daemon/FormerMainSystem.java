package org.metalayer.agent.daemon;

import java.io.IOException;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.Journal;
import org.metalayer.agent.outcome.OutcomeHistory;
import org.metalayer.agent.outcome.OutcomeSpool;
import org.metalayer.agent.report.FormerReports;
import org.metalayer.agent.report.ReportSpool;
import org.metalayer.agent.report.SentReports;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;

/** What a stick remembers of a Main System that its owner has it leave for another one. */
final class FormerMainSystem {

    private FormerMainSystem() {}

    /**
     * Before anything is forgotten: half an installation has files of the owner's in two places.
     *
     * @throws IOException when there is one that cannot just be given up
     */
    static void requireNothingHalfDone(StickDirectory stick, DurableFiles files)
            throws IOException {
        for (Installation at : new Journal(stick, files).all()) {
            if (!at.phase().mayBeGivenUp()) {
                throw new IOException(
                        "%s %s is being installed or removed, and half done. Nothing was changed: run the agent with `stick run` until `stick status` no longer shows it as under way, stop the agent, and say this again"
                                .formatted(at.component(), at.release().version()));
            }
        }
    }

    /**
     * Forgets it, once the key is gone and the settings name the other first root. What it had
     * installed are the owner's own files from now on, because another one counts its versions
     * anew.
     *
     * <p>Without a key the agent does not start: whoever has keys of the old one, revoked ones too,
     * finds no stick that believes them and has lost its memory. The verified metadata goes last:
     * as long as there is any, the key counts as lost, and the next new identity goes on here.
     */
    static void forget(StickDirectory stick, Storage storage, DurableFiles files, StickIdentity as)
            throws IOException {
        FormerReports.end(
                new ReportSpool(stick, files, storage.renames()), new SentReports(stick, files));
        new OutcomeSpool(stick, as, files, new OutcomeHistory(stick, files)).tellNobody();
        // What the owner asked of the old one's releases is no word about the other's.
        files.deleteTree(stick.requests());
        files.deleteTree(stick.installed());
        files.delete(stick.enrolment());
        files.delete(stick.latestTime());
        files.delete(stick.seenManifest());
        files.delete(stick.feedMark());
        files.deleteTree(stick.trust());
    }
}
