package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.Previous;
import org.metalayer.agent.system.BootEntry;
import org.metalayer.agent.system.BootedSystem;
import org.metalayer.agent.system.SystemDoor;
import org.metalayer.agent.time.Uptime;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;

/**
 * {@link Phase#ACTIVATED} of an operating system: it runs, the boot loader has to be told that it
 * is good, and it has to go on running for a while.
 */
final class SystemVerification implements Step {

    private static final Duration LOOK = Duration.ofSeconds(10);

    /** For how long it may run well and not be called good: that takes seconds. */
    private static final Duration DOUBT = Duration.ofHours(1);

    private final Workbench bench;
    private final SystemDoor door;
    private final SystemDescriptors descriptors;
    private final Uptime uptime;

    SystemVerification(Workbench bench, SystemDoor door, Uptime uptime) {
        this.bench = bench;
        this.door = door;
        this.descriptors = new SystemDescriptors(bench);
        this.uptime = uptime;
    }

    @Override
    public Progress take(Installation at) throws IOException {
        Optional<BootedSystem> booted = door.booted();
        if (booted.isEmpty()) {
            // Plugged into another computer, where nothing can be said of it.
            return new Progress.Later(LOOK);
        }
        bench.record(at);
        SystemDescriptor descriptor = descriptors.of(at.release().releaseId());
        if (!booted.get().is(descriptor)) {
            Ending ending =
                    Ending.of(
                            OutcomeResult.FAILED,
                            "it did not stay healthy: the stick is back at version "
                                    + booted.get().version());
            return new Progress.Next(at.with(ending).become(Phase.RETURNING));
        }
        boolean good =
                door.entry(descriptor.version())
                        .filter(entry -> entry.health() == BootEntry.Health.GOOD)
                        .isPresent();
        Health health = at.health().seenAt(uptime.read());
        Installation now = at.with(health);
        Duration rest = at.order().verifyFor().minus(health.lasted());
        if (good && !rest.isPositive()) {
            descriptors.keepOnly(known());
            return new Progress.Next(
                    now.with(Ending.of(OutcomeResult.VERIFIED, "")).become(Phase.COMMITTED));
        }
        if (at.health().seen().isEmpty()) {
            // From now on time counts, however short the rollout's own is.
            bench.journal().put(now);
        }
        if (!rest.isPositive()) {
            return rest.plus(DOUBT).isPositive()
                    ? new Progress.Later(LOOK)
                    : new Progress.Next(now.with(neverGood(at)).become(Phase.RETURNING));
        }
        bench.journal().put(now);
        return new Progress.Later(rest.compareTo(LOOK) < 0 ? rest : LOOK);
    }

    private static Ending neverGood(Installation at) {
        return Ending.of(
                OutcomeResult.FAILED,
                at.component().equals(SystemFiles.AGENT)
                        ? "it runs, and has never been in touch with the Main System"
                        : "it runs, and the boot loader was never told that it is good: perhaps the"
                                + " boot partition cannot be written");
    }

    /** What runs, what it could go back to, and what is under way: of the system and the agent. */
    private Set<UUID> known() throws IOException {
        Set<UUID> known = new HashSet<>();
        bench.journal().all().forEach(at -> known.add(at.release().releaseId()));
        for (Installed runs : bench.installed().all().values()) {
            Optional<Installed> next = Optional.of(runs);
            while (next.isPresent()) {
                known.add(next.get().releaseId());
                next = next.get().previous().flatMap(Previous::installed);
            }
        }
        return known;
    }
}
