package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.feed.Offers;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.agent.feed.SeenFeed;
import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.agent.install.Attempt;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.outcome.PastOutcome;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.report.SpooledReport;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.protocol.message.DeploymentEntry;

/**
 * Everything {@code status} tells, read from the stick alone.
 *
 * @param installations under way
 * @param offers what the newest deployment manifest has for this stick
 * @param conflicts offers that wait for the owner's choice
 * @param damaged reports that could not be read any more
 * @param waitingOutcomes number of outcomes that are still to be sent
 */
record StickStatus(
        StickConfig config,
        Path directory,
        boolean running,
        Optional<EnrolmentRecord> enrolment,
        UsbIdentity usb,
        Optional<Contact> contact,
        OwnersContent.Overview content,
        List<Installation> installations,
        List<DeploymentEntry> offers,
        List<Attempt> conflicts,
        List<SpooledReport> spooled,
        List<Path> damaged,
        int waitingOutcomes,
        List<SentReport> reports,
        List<PastOutcome> outcomes) {

    private static final int SHOWN = 10;

    static StickStatus of(LocalParts local) throws IOException {
        Optional<EnrolmentRecord> enrolment = local.enrolmentFile().read();
        List<DeploymentEntry> offers = offers(local, enrolment);
        return new StickStatus(
                local.config(),
                local.stick().root(),
                Locks.isAgentRunning(local.stick()),
                enrolment,
                AgentLoop.usb(local),
                local.contact(),
                local.content().overview(),
                List.copyOf(local.journal().all()),
                offers,
                conflicts(local, offers),
                local.reportSpool().waiting(),
                local.reportSpool().damaged(),
                local.outcomeSpool().waiting().size(),
                first(local.sentReports().all()),
                first(local.outcomeHistory().newestFirst()));
    }

    private static List<DeploymentEntry> offers(
            LocalParts local, Optional<EnrolmentRecord> enrolment) throws IOException {
        if (enrolment.isEmpty()) {
            return List.of();
        }
        var manifest =
                new SeenFeed(local.stick(), local.storage().files(), enrolment.get().trust())
                        .manifest();
        return manifest.isEmpty()
                ? List.of()
                : List.copyOf(
                        Offers.of(
                                        manifest.get(),
                                        enrolment.get().stickId(),
                                        local.installed().all())
                                .entries()
                                .values());
    }

    private static List<Attempt> conflicts(LocalParts local, List<DeploymentEntry> offers)
            throws IOException {
        List<Attempt> conflicts = new ArrayList<>();
        for (DeploymentEntry offer : offers) {
            local.attempts()
                    .of(offer.component())
                    .filter(attempt -> attempt.isOf(ReleaseRef.of(offer)))
                    .filter(attempt -> attempt.ending().conflicts().isPresent())
                    .ifPresent(conflicts::add);
        }
        return conflicts;
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }
}
