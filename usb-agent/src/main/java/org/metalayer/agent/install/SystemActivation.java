package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.feed.Mandate;
import org.metalayer.agent.feed.Releases;
import org.metalayer.agent.net.OfflineException;
import org.metalayer.agent.system.BootCount;
import org.metalayer.agent.system.BootEntry;
import org.metalayer.agent.system.BootedSystem;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.agent.system.SystemDoor;
import org.metalayer.agent.system.SystemOrder;
import org.metalayer.agent.system.SystemOrder.Deed;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.system.SystemDescriptor;

/**
 * {@link Phase#STAGED} and {@link Phase#ACTIVATING} of an operating system: has it written into the
 * slot that does not run, and waits for the next start. What is halted meanwhile is not tried.
 */
final class SystemActivation implements Step {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** Between two looks at what only a restart, or its director, changes. */
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

    private final SystemDoor door;
    private final SystemDescriptors descriptors;
    private final Releases releases;
    private final Mandate mandate;

    SystemActivation(Workbench bench, SystemDoor door, Releases releases, Mandate mandate) {
        this.door = door;
        this.descriptors = new SystemDescriptors(bench);
        this.releases = releases;
        this.mandate = mandate;
    }

    @Override
    public Progress take(Installation at) throws IOException {
        if (at.phase() == Phase.STAGED) {
            return begin(at);
        }
        Optional<BootedSystem> booted = door.booted();
        if (booted.isEmpty()) {
            // Plugged into another computer: it goes on when the stick is booted again.
            return new Progress.Later(NOW_AND_THEN);
        }
        SystemDescriptor descriptor = descriptors.of(at.release().releaseId());
        if (booted.get().is(descriptor)) {
            return new Progress.Next(at.become(Phase.ACTIVATED));
        }
        Optional<SystemAnswer> answer =
                door.answer().filter(it -> it.order().attempt().equals(at.order().attempt()));
        if (answer.isEmpty()) {
            return unanswered(at, booted.get());
        }
        SystemOrder order = answer.get().order();
        Optional<SystemAnswer.Trouble> trouble = answer.get().trouble();
        if (order.deed() != Deed.STAGE) {
            return forgotten(at, booted.get(), trouble.isPresent());
        }
        if (trouble.isPresent()) {
            return new Progress.Next(refused(at, trouble.get()));
        }
        return order.boot().equals(booted.get().boot())
                ? waiting(at, booted.get())
                : started(at, booted.get(), descriptor);
    }

    private Progress begin(Installation at) throws IOException {
        Optional<BootedSystem> booted = door.booted();
        if (booted.isEmpty() || !mandate.covers(at.release()) || !isGood(booted.get())) {
            return new Progress.Later(SOON);
        }
        releases.fetch(at.release());
        ask(at, Deed.STAGE, booted.get());
        return new Progress.Next(at.become(Phase.ACTIVATING));
    }

    /** Before that there would be no way back. */
    private boolean isGood(BootedSystem booted) throws IOException {
        return door.entry(booted.version())
                .filter(entry -> entry.health() == BootEntry.Health.GOOD)
                .isPresent();
    }

    /** Asked for once more: a power cut may have come between, and doing it again does no harm. */
    private Progress unanswered(Installation at, BootedSystem booted) throws IOException {
        boolean wanted = isWanted(at);
        ask(at, wanted ? Deed.STAGE : Deed.FORGET, booted);
        return new Progress.Later(wanted ? Duration.ofMinutes(1) : SOON);
    }

    private Progress forgotten(Installation at, BootedSystem booted, boolean inVain)
            throws IOException {
        if (!inVain) {
            return new Progress.Next(at.become(Phase.STAGED));
        }
        ask(at, Deed.FORGET, booted);
        return new Progress.Later(NOW_AND_THEN);
    }

    private static Installation refused(Installation at, SystemAnswer.Trouble trouble) {
        Ending ending =
                trouble.release()
                        ? Ending.of(OutcomeResult.FAILED, trouble.reason())
                        : Ending.putOff(trouble.reason());
        return at.with(ending).become(Phase.FAILED);
    }

    /** Everything is written: whoever sits at the computer restarts it. */
    private Progress waiting(Installation at, BootedSystem booted) throws IOException {
        if (isWanted(at)) {
            return new Progress.Later(NOW_AND_THEN);
        }
        ask(at, Deed.FORGET, booted);
        return new Progress.Later(SOON);
    }

    /** As far as is known. */
    private boolean isWanted(Installation at) throws IOException {
        try {
            return mandate.covers(at.release());
        } catch (OfflineException e) {
            return true;
        }
    }

    /** The computer was started since, and runs something else. */
    private Progress started(Installation at, BootedSystem booted, SystemDescriptor descriptor)
            throws IOException {
        Optional<BootEntry> entry = door.entry(descriptor.version());
        if (entry.flatMap(BootEntry::count).equals(Optional.of(BootCount.FRESH))) {
            // Not even tried: the loader did not take it for an entry. It is written anew.
            ask(at, Deed.FORGET, booted);
            return new Progress.Later(SOON);
        }
        boolean isStillTried = entry.filter(it -> it.health() != BootEntry.Health.BAD).isPresent();
        if (isStillTried) {
            return new Progress.Later(NOW_AND_THEN);
        }
        return new Progress.Next(
                at.with(
                                Ending.of(
                                        OutcomeResult.FAILED,
                                        "it did not start: the stick is back at version "
                                                + booted.version()))
                        .become(Phase.FAILED));
    }

    private void ask(Installation at, Deed deed, BootedSystem booted) throws IOException {
        door.ask(
                new SystemOrder(
                        at.order().attempt(), deed, at.release().releaseId(), booted.boot()));
    }
}
