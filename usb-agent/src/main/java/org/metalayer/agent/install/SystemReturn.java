package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.Previous;
import org.metalayer.agent.system.BootedSystem;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.agent.system.SystemDoor;
import org.metalayer.agent.system.SystemOrder;
import org.metalayer.protocol.message.OutcomeResult;

/**
 * {@link Phase#RETURNING} of an operating system: the next start goes to the other slot, where the
 * system before it lies as it was.
 */
final class SystemReturn implements Step {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

    private final Workbench bench;
    private final SystemDoor door;
    private final SystemDescriptors descriptors;

    SystemReturn(Workbench bench, SystemDoor door) {
        this.bench = bench;
        this.door = door;
        this.descriptors = new SystemDescriptors(bench);
    }

    @Override
    public Progress take(Installation at) throws IOException {
        Optional<BootedSystem> booted = door.booted();
        if (booted.isEmpty()) {
            return new Progress.Later(NOW_AND_THEN);
        }
        if (!booted.get().is(descriptors.of(at.release().releaseId()))) {
            forget(at);
            return new Progress.Next(at.become(Departure.finalPhase(at)));
        }
        SystemOrder order =
                new SystemOrder(
                        at.order().attempt(),
                        SystemOrder.Deed.RETURN,
                        at.release().releaseId(),
                        booted.get().boot());
        Optional<SystemAnswer> answer = door.answer().filter(it -> it.order().equals(order));
        if (answer.isEmpty()) {
            door.ask(order);
            return new Progress.Later(SOON);
        }
        Optional<SystemAnswer.Trouble> trouble = answer.get().trouble();
        if (trouble.isPresent()) {
            // It runs on, as nobody's: what comes next may still take its place.
            forget(at);
            Ending ending =
                    Ending.of(
                            OutcomeResult.FAILED,
                            "%s; it cannot be left: %s"
                                    .formatted(
                                            at.ending().map(Ending::reason).orElse(""),
                                            trouble.get().reason()));
            return new Progress.Next(at.with(ending).become(Phase.FAILED));
        }
        // Only a restart goes on from here.
        return new Progress.Later(NOW_AND_THEN);
    }

    private void forget(Installation at) throws IOException {
        Optional<Installed> runs =
                bench.installed()
                        .of(at.component())
                        .filter(has -> has.releaseId().equals(at.release().releaseId()));
        if (runs.isPresent()) {
            bench.installed()
                    .set(at.component(), runs.get().previous().flatMap(Previous::installed));
        }
    }
}
