package org.metalayer.agent.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.metalayer.agent.checkin.ComponentState;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.feed.Directions;
import org.metalayer.agent.feed.Feed;
import org.metalayer.agent.feed.Offers;
import org.metalayer.agent.files.DiskSpace;
import org.metalayer.agent.install.Installer;

/**
 * One round: enrol, check in, send what waits, follow the feed. Each part is tried whatever became
 * of the others; a stick that is offline still finishes or undoes what a crash interrupted.
 */
final class Rounds {

    private final Agent agent;
    private final LocalParts local;
    private final Schedule schedule;
    private final ContactKeeper contact;
    private final Announcer announcer;
    private Optional<KeptInstaller> installer = Optional.empty();

    /** When a release that is proving itself has to be looked at. */
    private Optional<Duration> look = Optional.empty();

    /** Kept over rounds: it remembers how long to leave a failing release alone. */
    private record KeptInstaller(UUID stickId, Installer installer) {}

    Rounds(Agent agent, Schedule schedule) {
        this.agent = agent;
        this.local = agent.local();
        this.schedule = schedule;
        this.contact = new ContactKeeper(local.stick(), local.files(), local.clock(), agent.log());
        this.announcer = new Announcer(agent.log());
    }

    /**
     * Does one round. Nothing that goes wrong ends the agent.
     *
     * @return the pause before the next
     */
    Duration run() {
        Troubles troubles = new Troubles();
        look = Optional.empty();
        troubles.collect(local.files()::keepBallast);
        troubles.collect(this::enrol);
        troubles.collect(() -> takePart(troubles));
        troubles.collect(this::tendOwnProgram);
        troubles.collect(() -> announcer.announce(local.renewals().notices()));
        schedule.roundEnded(!troubles.isOffline());
        troubles.collect(() -> {
            if (troubles.isEmpty()) {
                contact.wentWell();
            } else {
                contact.wentWrong(troubles.first(), troubles.isOffline());
            }
        });
        Duration pause = schedule.pause();
        return look.filter(soon -> soon.compareTo(pause) < 0).orElse(pause);
    }

    private void tendOwnProgram() throws IOException {
        Optional<Duration> again = local.wellbeing().tend(agent.uptime().read());
        look = Stream.of(look, again).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private void takePart(Troubles troubles) throws IOException {
        Optional<EnrolmentRecord> enrolment = agent.enrolments().currentOrLeft();
        if (enrolment.isPresent() && enrolment.get().state().mayTalk()) {
            troubles.collect(this::checkIn);
            troubles.collect(this::send);
            troubles.collect(() -> sendOutcomes(enrolment.get()));
        }
        if (enrolment.isPresent() && enrolment.get().state().mayInstall()) {
            troubles.collect(() -> install(enrolment.get(), troubles));
            troubles.collect(() -> sendOutcomes(enrolment.get()));
        } else if (enrolment.isPresent()) {
            // What has gone too far to be given up needs nobody's leave to be finished or undone.
            // Its outcome names the stick as it is known when it is sent.
            troubles.collect(() -> look = installer(enrolment.get()).recover(troubles::add));
        }
    }

    /** Looks at the owner's files and tells what is new. */
    void noticeChanges() {
        new Troubles().collect(() -> announcer.announce(local.content().overview()));
    }

    private void enrol() throws IOException {
        Optional<EnrolmentRecord> known = agent.enrolments().current();
        boolean waits = known.isEmpty() || known.get().state().mayAsk();
        if (waits && schedule.isCheckInDue()) {
            Enrolments.Asked asked = agent.enrolments().ask();
            schedule.checkInAgainAfter(asked.askAgainAfter());
            announcer.announce(asked.record().state());
            if (!asked.record().state().mayAsk()) {
                schedule.hurry();
            }
        }
    }

    private void checkIn() throws IOException {
        if (!schedule.isCheckInDue()) {
            return;
        }
        List<ComponentState> installed = new ArrayList<>();
        OwnersContent.Overview overview = local.content().overview();
        announcer.announce(overview);
        for (ComponentContent component : overview.components()) {
            component
                    .installed()
                    .ifPresent(release ->
                            installed.add(
                                    new ComponentState(
                                            component.component(),
                                            release.releaseId(),
                                            release.version(),
                                            component.changes().size())));
        }
        local.running()
                .list()
                .forEach(release ->
                        installed.add(
                                new ComponentState(
                                        release.component(),
                                        release.releaseId(),
                                        release.version(),
                                        0)));
        Duration pause = agent.checkIns().send(installed, DiskSpace.free(local.stick().control()));
        local.wellbeing().checkedIn();
        schedule.checkInAgainAfter(pause);
        agent.reportSender().refresh();
    }

    private void send() throws IOException {
        int damaged = agent.reportSender().sendAll(announcer::announce);
        if (damaged > 0) {
            agent.log()
                    .accept(
                            "%s damaged reports were set aside in %s"
                                    .formatted(damaged, local.stick().damagedReports()));
        }
    }

    private void sendOutcomes(EnrolmentRecord enrolment) throws IOException {
        agent.outcomeSender().sendAll(enrolment.stickId()).forEach(agent.log());
    }

    private void install(EnrolmentRecord enrolment, Troubles troubles) throws IOException {
        Installer now = installer(enrolment);
        Optional<Offers> offers = offers(enrolment, troubles);
        if (!troubles.isOffline()) {
            troubles.collect(() -> agent.keepTrust(enrolment));
        }
        look =
                offers.isPresent()
                        ? now.follow(offers.get(), troubles::add)
                        : now.recover(troubles::add);
    }

    /** What is offered; whatever is wrong with that, what a crash interrupted is carried on. */
    private Optional<Offers> offers(EnrolmentRecord enrolment, Troubles troubles) {
        try {
            Feed feed = agent.feed(enrolment);
            Optional<Directions> directions = directions(feed, troubles);
            return directions.isPresent()
                    ? Optional.of(
                            Offers.of(
                                    directions.get(),
                                    enrolment.stickId(),
                                    local.installed().all(),
                                    feed.now()))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            troubles.add(e);
            return Optional.empty();
        }
    }

    /** The newest that may be followed, also when nobody can be asked. */
    private static Optional<Directions> directions(Feed feed, Troubles troubles)
            throws IOException {
        try {
            return Optional.of(feed.poll());
        } catch (IOException e) {
            troubles.add(e);
            return feed.current();
        }
    }

    /**
     * A Main System that lost its memory gives the stick another id, which outcomes have to name.
     */
    private Installer installer(EnrolmentRecord enrolment) {
        UUID stickId = enrolment.stickId();
        KeptInstaller kept =
                installer
                        .filter(before -> before.stickId().equals(stickId))
                        .orElseGet(() -> new KeptInstaller(stickId, agent.installer(enrolment)));
        installer = Optional.of(kept);
        return kept.installer();
    }
}
