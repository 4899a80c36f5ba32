package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.message.OutcomeResult;

/** Drives one installation from phase to phase, writing each into the journal first. */
final class Steps {

    /** An owner who never stops saving files is not fought with: the next round goes on. */
    private static final int MAX_STEPS = 20;

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Journal journal;
    private final Stages stages;
    private final Conclusion conclusion;
    private final UUID stickId;
    private final ModuleId moduleId;
    private final InstantSource clock;

    Steps(
            Journal journal,
            Stages stages,
            Conclusion conclusion,
            UUID stickId,
            ModuleId moduleId,
            InstantSource clock) {
        this.journal = journal;
        this.stages = stages;
        this.conclusion = conclusion;
        this.stickId = stickId;
        this.moduleId = moduleId;
        this.clock = clock;
    }

    /**
     * Goes on until the end or until there is nothing to do for now.
     *
     * @return when to go on, if it is not at its end
     * @throws IOException when a step could not be done now; the journal says where to go on
     */
    Optional<Duration> drive(Installation from) throws IOException {
        Installation at = from;
        for (int n = 0; n < MAX_STEPS; n++) {
            if (at.phase().isFinal()) {
                conclusion.conclude(at, stickId, moduleId);
                return Optional.empty();
            }
            switch (stages.of(at.component(), at.phase()).take(at)) {
                case Progress.Later(Duration pause) -> {
                    return Optional.of(pause);
                }
                case Progress.Next(Installation next) -> {
                    at = next.phase().isFinal() ? next.endedAt(clock.instant()) : next;
                    journal.put(at);
                }
            }
        }
        return Optional.of(SOON);
    }

    void giveUp(Installation at) throws IOException {
        conclusion.giveUp(at);
    }

    /** Gives up what is under way for a component, unless it has gone too far for that. */
    void dropUnbegun(ComponentName component) throws IOException {
        Optional<Installation> under = journal.of(component);
        if (under.isPresent() && under.get().phase().mayBeGivenUp()) {
            giveUp(under.get());
        }
    }

    /** Tells that the owner does not want a release. */
    void decline(ReleaseRef release, OwnerRequest.Decline request) throws IOException {
        Installation declined =
                Installation.begin(
                                Order.of(release, Resolution.ASK, Duration.ZERO), Phase.DOWNLOADING)
                        .serving(request)
                        .with(Ending.of(OutcomeResult.DECLINED, "declined by the owner"))
                        .endedAt(clock.instant());
        conclusion.decline(declined, stickId, moduleId);
    }
}
