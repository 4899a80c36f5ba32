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
        Optional<SystemAnswer> answer = answer(at, Deed.STAGE);
        if (answer.isEmpty()) {
            return unanswered(at);
        }
        Optional<SystemAnswer.Trouble> trouble = answer.get().trouble();
        if (trouble.isPresent()) {
            return new Progress.Next(refused(at, trouble.get()));
        }
        return answer.get().boot().equals(booted.get().boot())
                ? waiting(at)
                : started(at, booted.get(), descriptor);
    }

    private Progress begin(Installation at) throws IOException {
        if (!mandate.covers(at.release())) {
            return new Progress.Later(SOON);
        }
        releases.fetch(at.release());
        door.ask(order(at, Deed.STAGE));
        return new Progress.Next(at.become(Phase.ACTIVATING));
    }

    /** Asked for once more: a power cut may have come between, and doing it again does no harm. */
    private Progress unanswered(Installation at) throws IOException {
        Optional<SystemAnswer> forgotten = answer(at, Deed.FORGET);
        if (forgotten.isPresent()) {
            return forgotten.get().trouble().isEmpty()
                    ? new Progress.Next(at.become(Phase.STAGED))
                    : new Progress.Later(NOW_AND_THEN);
        }
        door.ask(order(at, Deed.STAGE));
        return new Progress.Later(Duration.ofMinutes(1));
    }

    private static Installation refused(Installation at, SystemAnswer.Trouble trouble) {
        Ending ending =
                trouble.release()
                        ? Ending.of(OutcomeResult.FAILED, trouble.reason())
                        : Ending.putOff(trouble.reason());
        return at.with(ending).become(Phase.FAILED);
    }

    /** Everything is written: whoever sits at the computer restarts it. */
    private Progress waiting(Installation at) throws IOException {
        try {
            if (mandate.covers(at.release())) {
                return new Progress.Later(NOW_AND_THEN);
            }
        } catch (OfflineException e) {
            return new Progress.Later(NOW_AND_THEN);
        }
        door.ask(order(at, Deed.FORGET));
        return new Progress.Later(SOON);
    }

    /** The computer was started since, and runs something else. */
    private Progress started(Installation at, BootedSystem booted, SystemDescriptor descriptor)
            throws IOException {
        Optional<BootEntry> entry = door.entry(descriptor.version());
        if (entry.flatMap(BootEntry::count).equals(Optional.of(BootCount.FRESH))) {
            // Not even tried: the loader did not take it for an entry. It is written anew.
            door.ask(order(at, Deed.FORGET));
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

    private Optional<SystemAnswer> answer(Installation at, Deed deed) throws IOException {
        return door.answer().filter(it -> it.order().equals(order(at, deed)));
    }

    private static SystemOrder order(Installation at, Deed deed) {
        return new SystemOrder(at.order().attempt(), deed, at.release().releaseId());
    }
}
