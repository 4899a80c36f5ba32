package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.OfflineException;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.agent.session.Sessions;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.DigestMismatchException;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * Sends spooled reports. The report's id makes sending it twice harmless, so whatever is cut off is
 * simply done again: envelope, missing files, envelope.
 */
public final class ReportSender {

    private static final String REPORTS = "/api/v1/stick/upgrade-reports";
    private static final String AWAITING_FILES = "awaiting_files";

    /** A server that asks for files for ever is not waited for. */
    private static final int ROUNDS = 3;

    private static final int NOT_FOUND = 404;

    /** Said of one report; whatever else keeps it from being taken keeps the others as well. */
    private static final Set<String> ABOUT_ONE = Set.of("too-many-open-reports", "too-slow");

    private final Sessions sessions;
    private final StickIdentity identity;
    private final ReportSpool spool;
    private final SentReports sent;
    private final BlobUpload upload;
    private final Postponed postponed = new Postponed();

    public ReportSender(
            Sessions sessions, StickIdentity identity, ReportSpool spool, SentReports sent) {
        this.sessions = sessions;
        this.identity = identity;
        this.spool = spool;
        this.sent = sent;
        this.upload = new BlobUpload(sessions);
    }

    /**
     * Sends all that wait. What the Main System refuses leaves the spool with its reason; the files
     * are still the owner's; what is damaged, waiting or sent, is set aside.
     *
     * @param told hears of every report that left the spool
     * @return how many were damaged
     * @throws OfflineException when the line is lost or the Main System is not ready: the rest
     *     waits
     * @throws IOException when one of them could not be read or sent, or is put off; the others
     *     were sent
     */
    public int sendAll(Consumer<SentReport> told) throws IOException {
        List<IOException> troubles = new ArrayList<>();
        int damaged = spool.setDamagedAside(troubles::add) + sent.setDamagedAside();
        for (SpooledReport report : spool.signedBy(identity, troubles::add)) {
            UUID reportId = report.report().reportId();
            Optional<String> putOff = postponed.reason(reportId);
            if (putOff.isPresent()) {
                troubles.add(new UnexpectedAnswerException(putOff.get()));
                continue;
            }
            try {
                SentReport result = send(report);
                sent.put(result);
                spool.remove(report);
                told.accept(result);
            } catch (MalformedDocumentException | DigestMismatchException _) {
                spool.setAside(report.directory());
                damaged++;
            } catch (UnexpectedAnswerException e) {
                troubles.add(e);
            } catch (OfflineException e) {
                String reason = String.valueOf(e.getMessage());
                postponed.put(reportId, pauseOf(e), reason);
                troubles.add(new UnexpectedAnswerException(reason, e));
            }
        }
        sent.prune();
        if (!troubles.isEmpty()) {
            throw troubles.getLast();
        }
        return damaged;
    }

    /** How long one report has to wait, when that is what the Main System said. */
    private static Duration pauseOf(OfflineException e) throws OfflineException {
        if (e.slug().filter(ABOUT_ONE::contains).isEmpty() || e.retryAfter().isEmpty()) {
            throw e;
        }
        return e.retryAfter().get();
    }

    /** Asks what became of the reports that are not decided yet. */
    public void refresh() throws IOException {
        for (SentReport report : sent.all()) {
            if (!report.isFinal()) {
                refresh(report);
            }
        }
    }

    private void refresh(SentReport report) throws IOException {
        try {
            Answered now = read(sessions.send(Call.get(REPORTS + "/" + report.reportId())).json());
            if (!now.state().equals(report.state())) {
                sent.put(report.become(now.state(), now.reasons()));
            }
        } catch (ProblemException e) {
            if (e.problem().status() != NOT_FOUND) {
                throw e;
            }
            sent.put(
                    report.become(
                            SentReport.REFUSED, List.of("the Main System no longer knows it")));
        }
    }

    private SentReport send(SpooledReport spooled) throws IOException {
        SentReport report = SentReport.of(spooled.report(), AWAITING_FILES);
        try {
            Answered answer = post(spooled);
            for (int n = 0; n < ROUNDS && answer.state().equals(AWAITING_FILES); n++) {
                sendFiles(spooled.directory(), answer.missing());
                answer = post(spooled);
            }
            if (answer.state().equals(AWAITING_FILES)) {
                throw new UnexpectedAnswerException(
                        "the Main System keeps asking for files that it was given");
            }
            return report.become(answer.state(), answer.reasons());
        } catch (ProblemException e) {
            if (Sessions.isAboutTheStick(e)) {
                throw e;
            }
            return report.become(SentReport.REFUSED, List.of(String.valueOf(e.getMessage())));
        }
    }

    private void sendFiles(Path directory, Set<Sha256> missing) throws IOException {
        upload.sendPacks(directory, missing);
        for (Sha256 digest : missing) {
            Path large = directory.resolve(digest.hex());
            if (Files.exists(large)) {
                upload.sendLarge(large, digest);
            }
        }
    }

    private Answered post(SpooledReport report) throws IOException {
        return read(sessions.send(Call.post(REPORTS, report.envelope())).json());
    }

    private record Answered(String state, Set<Sha256> missing, List<String> reasons) {}

    private static Answered read(JsonObject json) throws UnexpectedAnswerException {
        try {
            return new Answered(
                    json.string("state"),
                    json.members().containsKey("missing")
                            ? new HashSet<>(json.strings("missing", Sha256::new))
                            : Set.of(),
                    json.members().get("reasons") instanceof JsonValue.Array
                            ? json.strings("reasons", reason -> reason)
                            : List.of());
        } catch (MalformedDocumentException e) {
            throw new UnexpectedAnswerException("the answer to a report: " + e.getMessage(), e);
        }
    }
}
