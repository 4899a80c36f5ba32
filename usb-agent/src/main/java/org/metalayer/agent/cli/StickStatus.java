package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
import org.metalayer.agent.install.Ending;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.outcome.PastOutcome;
import org.metalayer.agent.pages.PagesRecord;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.report.SpooledReport;
import org.metalayer.agent.session.Notice;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.protocol.message.DeploymentEntry;

/**
 * Everything {@code status} tells, read from the stick alone.
 *
 * @param notices what the owner should know of how the Main System sees the stick
 * @param installations under way
 * @param agentVersion of the agent that runs here
 * @param offers what the newest deployment manifest has for this stick
 * @param conflicts offers that wait for the owner's choice
 * @param putOff offers that could not be taken yet, for a reason that lies on this stick
 * @param damaged reports that could not be read any more
 * @param waitingOutcomes number of outcomes that are still to be sent
 * @param pages where content is shown, once the agent has run
 */
record StickStatus(
        StickConfig config,
        Path directory,
        boolean running,
        String agentVersion,
        Optional<EnrolmentRecord> enrolment,
        Set<Notice> notices,
        UsbIdentity usb,
        Optional<Contact> contact,
        OwnersContent.Overview content,
        List<Installation> installations,
        List<DeploymentEntry> offers,
        List<Attempt> conflicts,
        List<Attempt> putOff,
        List<SpooledReport> spooled,
        List<Path> damaged,
        int waitingOutcomes,
        List<SentReport> reports,
        List<PastOutcome> outcomes,
        Optional<PagesRecord> pages) {

    private static final int SHOWN = 10;

    static StickStatus of(LocalParts local) throws IOException {
        Optional<EnrolmentRecord> enrolment = local.enrolmentFile().read();
        List<DeploymentEntry> offers = offers(local, enrolment);
        return new StickStatus(
                local.config(),
                local.stick().root(),
                Locks.isAgentRunning(local.stick()),
                local.wellbeing().version(),
                enrolment,
                local.renewals().notices(),
                AgentLoop.usb(local),
                local.contact(),
                local.content().overview(),
                List.copyOf(local.journal().all()),
                offers,
                attempts(local, offers, ending -> ending.conflicts().isPresent()),
                attempts(local, offers, Ending::again),
                local.reportSpool().waiting(),
                local.reportSpool().damaged(),
                local.outcomeSpool().waiting().size(),
                first(local.sentReports().all()),
                first(local.outcomeHistory().newestFirst()),
                local.pagesFile().read());
    }

    private static List<DeploymentEntry> offers(
            LocalParts local, Optional<EnrolmentRecord> enrolment) throws IOException {
        if (enrolment.isEmpty()) {
            return List.of();
        }
        var directions = new SeenFeed(local.stick(), local.storage().files()).directions();
        // Also those that begin later: a computer's clock does not say what time it is.
        return directions.isEmpty()
                ? List.of()
                : Offers.of(
                                directions.get(),
                                enrolment.get().stickId(),
                                local.installed().all(),
                                Instant.MAX)
                        .entries()
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<Attempt> attempts(
            LocalParts local, List<DeploymentEntry> offers, Predicate<Ending> which)
            throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        for (DeploymentEntry offer : offers) {
            local.attempts()
                    .of(ReleaseRef.of(offer))
                    .filter(attempt -> which.test(attempt.ending()))
                    .ifPresent(attempts::add);
        }
        return attempts;
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }
}
