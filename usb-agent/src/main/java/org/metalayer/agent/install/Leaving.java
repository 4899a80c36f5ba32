package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.message.Withdrawal;

/** Begins to leave the release that a component runs. What is only on its way gives way. */
final class Leaving {

    private final Workbench bench;
    private final Steps steps;

    Leaving(Workbench bench, Steps steps) {
        this.bench = bench;
        this.steps = steps;
    }

    /** Leaves a release that was withdrawn; what has taken its place already stays. */
    void leave(Withdrawal withdrawal) throws IOException {
        ComponentName component = withdrawal.component();
        steps.dropUnbegun(component);
        boolean othersTurn =
                bench.journal()
                        .of(component)
                        .filter(at -> !at.release().releaseId().equals(withdrawal.releaseId()))
                        .isPresent();
        if (!othersTurn) {
            Ending ending =
                    Ending.of(OutcomeResult.ROLLED_BACK, "withdrawn: " + withdrawal.reason());
            Optional<Installation> leaving = leaving(component, ending);
            if (leaving.isPresent()) {
                bench.journal().put(leaving.get());
            }
        }
    }

    /** Leaves a release for its owner. */
    void leave(OwnerRequest.RollBack request) throws IOException {
        steps.dropUnbegun(request.component());
        Optional<Installation> leaving =
                leaving(
                        request.component(),
                        Ending.of(OutcomeResult.DECLINED, "left again by the owner"));
        if (leaving.isPresent()) {
            bench.journal().put(leaving.get().serving(request));
        }
    }

    /** What is to be carried on; empty when nothing runs or the next step is not this one. */
    private Optional<Installation> leaving(ComponentName component, Ending ending)
            throws IOException {
        Optional<Installation> under = bench.journal().of(component);
        if (under.isEmpty()) {
            return bench.installed()
                    .of(component)
                    .map(runs -> Installation.begin(order(runs), Phase.RETURNING).with(ending));
        }
        if (under.get().phase() != Phase.ACTIVATED) {
            return Optional.empty();
        }
        bench.record(under.get());
        return Optional.of(under.get().with(ending).become(Phase.RETURNING));
    }

    // A release is left without being fetched again, so its document's digest is of no use.
    private static Order order(Installed runs) {
        ReleaseRef release =
                new ReleaseRef(
                        runs.rolloutId(),
                        runs.releaseId(),
                        runs.component(),
                        runs.version(),
                        Sha256.of(new byte[0]),
                        Optional.empty());
        return Order.of(release, Resolution.KEEP_MINE, Duration.ZERO);
    }
}
