package org.metalayer.agent.install;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.agent.files.DiskSpace;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.OutcomeResult;

/** Which of the releases that are offered for a component is taken up now. */
final class Choice {

    private final StickDirectory stick;
    private final ContentScanner scanner;
    private final Attempts attempts;
    private final Backoff backoff;

    Choice(StickDirectory stick, ContentScanner scanner, Attempts attempts, Backoff backoff) {
        this.stick = stick;
        this.scanner = scanner;
        this.attempts = attempts;
        this.backoff = backoff;
    }

    /**
     * What to install: what the owner asks for, or else the highest that needs no word of the
     * owner's. One that waits, is paused, was declined or failed hides none below it.
     *
     * @param offers of one component, the highest first
     * @param wish what the owner asked to be installed
     */
    Optional<Order> of(List<DeploymentEntry> offers, Optional<OwnerRequest.Install> wish)
            throws IOException {
        if (wish.isPresent()) {
            OwnerRequest.Install install = wish.get();
            return wanted(offers)
                    .map(entry -> order(entry, install.resolution()).serving(install.id()));
        }
        for (DeploymentEntry entry : open(offers)) {
            if (beginsByItself(entry)) {
                return Optional.of(order(entry, Resolution.ASK));
            }
        }
        return Optional.empty();
    }

    /** The one that a request to install is about: of those that may begin now. */
    Optional<DeploymentEntry> wanted(List<DeploymentEntry> offers) throws IOException {
        return meant(open(offers));
    }

    private static List<DeploymentEntry> open(List<DeploymentEntry> offers) {
        return offers.stream().filter(entry -> entry.state().mayBegin()).toList();
    }

    /**
     * The one that the owner means by naming the component alone: the highest that waits for a
     * word, or else the highest that was not declined yet, or else the highest.
     */
    Optional<DeploymentEntry> meant(List<DeploymentEntry> offers) throws IOException {
        Optional<DeploymentEntry> undeclined = Optional.empty();
        for (DeploymentEntry entry : offers) {
            Optional<Ending> before = before(entry).map(Attempt::ending);
            boolean waits =
                    before.map(ending -> ending.conflicts().isPresent())
                            .orElse(entry.strategy() == Strategy.OPTIONAL);
            if (waits) {
                return Optional.of(entry);
            }
            if (before.filter(ending -> ending.result() == OutcomeResult.DECLINED).isEmpty()) {
                undeclined = undeclined.or(() -> Optional.of(entry));
            }
        }
        return undeclined.or(() -> offers.stream().findFirst());
    }

    private boolean beginsByItself(DeploymentEntry entry) throws IOException {
        if (backoff.rest(entry.releaseId()).isPresent()) {
            return false;
        }
        Optional<Attempt> before = before(entry);
        return before.isPresent()
                ? mayTryAgain(before.get())
                : entry.strategy() != Strategy.OPTIONAL;
    }

    private boolean mayTryAgain(Attempt attempt) throws IOException {
        Ending ending = attempt.ending();
        if (ending.conflicts().isPresent()) {
            return !Conflicts.digest(scanner.scan(attempt.release().component()))
                    .equals(ending.conflicts().get().ownersFiles());
        }
        return ending.again()
                && (ending.room() == 0 || DiskSpace.free(stick.control()) >= ending.room());
    }

    private Optional<Attempt> before(DeploymentEntry entry) throws IOException {
        return attempts.of(ReleaseRef.of(entry));
    }

    private static Order order(DeploymentEntry entry, Resolution resolution) {
        return Order.of(ReleaseRef.of(entry), resolution, entry.verifyFor());
    }
}
