package org.metalayer.agent.daemon;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.metalayer.agent.checkin.CheckIns;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.feed.Feed;
import org.metalayer.agent.feed.Mandate;
import org.metalayer.agent.feed.Releases;
import org.metalayer.agent.feed.SeenFeed;
import org.metalayer.agent.files.DiskSpace;
import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.agent.install.Installer;
import org.metalayer.agent.install.Installers;
import org.metalayer.agent.install.Workbench;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.Pause;
import org.metalayer.agent.net.Retry;
import org.metalayer.agent.outcome.OutcomeSender;
import org.metalayer.agent.report.ReportSender;
import org.metalayer.agent.session.Sessions;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.time.LatestTime;
import org.metalayer.agent.time.TrustedTime;
import org.metalayer.agent.time.Uptime;
import org.metalayer.agent.trust.TrustedFeed;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.client.MetadataStore;

/** The parts of an agent that talks to its Main System. */
final class Agent {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);

    private final LocalParts local;
    private final Surroundings around;
    private final MainSystem server;
    private final Enrolments enrolments;
    private final Sessions sessions;
    private final ReportSender reportSender;
    private Optional<TrustedFeed> trusted = Optional.empty();
    private Optional<Feed> feed = Optional.empty();

    /**
     * What the agent does not find on the stick.
     *
     * @param usb looks for the USB device
     * @param pause waits between attempts
     */
    record Surroundings(
            Supplier<UsbIdentity> usb,
            Uptime uptime,
            SecureRandom random,
            Pause pause,
            Consumer<String> log) {}

    Agent(LocalParts local, Surroundings around) {
        this.local = local;
        this.around = around;
        this.server =
                new MainSystem(
                        local.config().server(),
                        new Retry(ATTEMPTS, FIRST_PAUSE, around.pause(), around.random()));
        this.enrolments =
                new Enrolments(
                        server,
                        local.config(),
                        StickConfig.file(local.stick(), local.files()),
                        local.identity(),
                        around.usb(),
                        local.enrolmentFile(),
                        new MetadataStore(local.stick().trust()),
                        local.clock(),
                        around.random());
        this.sessions =
                new Sessions(
                        server,
                        local.identity(),
                        enrolments,
                        local.renewals(),
                        around.usb(),
                        around.random());
        this.reportSender =
                new ReportSender(
                        sessions, local.identity(), local.reportSpool(), local.sentReports());
    }

    Uptime uptime() {
        return around.uptime();
    }

    LocalParts local() {
        return local;
    }

    Consumer<String> log() {
        return around.log();
    }

    Enrolments enrolments() {
        return enrolments;
    }

    CheckIns checkIns() {
        return new CheckIns(sessions, enrolments, local.clock());
    }

    ReportSender reportSender() {
        return reportSender;
    }

    OutcomeSender outcomeSender() {
        return new OutcomeSender(sessions, local.outcomeSpool());
    }

    /** Kept: it remembers when it was last confirmed. */
    Feed feed(EnrolmentRecord enrolment) {
        Feed known =
                feed.orElseGet(() ->
                        new Feed(
                                trusted(enrolment),
                                new SeenFeed(local.stick(), local.files()),
                                around.uptime()));
        feed = Optional.of(known);
        return known;
    }

    /** Kept: it remembers what was verified. A stick's root is pinned once and never replaced. */
    private TrustedFeed trusted(EnrolmentRecord enrolment) {
        TrustedFeed known =
                trusted.orElseGet(() ->
                        new TrustedFeed(
                                server,
                                enrolment.trust().digest(),
                                local.stick().trust(),
                                new TrustedTime(
                                        server,
                                        LatestTime.file(local.stick(), local.files()),
                                        around.uptime(),
                                        local.clock(),
                                        around.random())));
        trusted = Optional.of(known);
        return known;
    }

    /** For what chooses the next agent: it has no network, and finds out for itself. */
    void keepTrust(EnrolmentRecord enrolment) throws IOException {
        for (UUID release : local.agentDoor().wished()) {
            Releases releases = releases(enrolment);
            releases.keepRoots(local.stick().systemRoots());
            releases.keepWord(ReleaseRole.AGENT.targetPath(SystemFiles.AGENT, release));
        }
    }

    private Releases releases(EnrolmentRecord enrolment) {
        return new Releases(trusted(enrolment), local.stick(), local.storage().files());
    }

    Installer installer(EnrolmentRecord enrolment) {
        Workbench bench =
                new Workbench(
                        local.stick(),
                        local.storage(),
                        local.scanner(),
                        local.installed(),
                        local.journal(),
                        around.log());
        return Installers.installer(
                bench,
                local.attempts(),
                local.requests(),
                new Installers.Surroundings(
                        server,
                        releases(enrolment),
                        new Mandate(
                                feed(enrolment),
                                enrolment.stickId(),
                                local.installed(),
                                around.uptime()),
                        local.content(),
                        local.sentReports(),
                        local.outcomeSpool(),
                        new DiskSpace(local.config().headroom()),
                        local.clock(),
                        around.uptime(),
                        enrolment.stickId(),
                        local.identity().moduleId(),
                        local.door(),
                        local.agentDoor()));
    }
}
