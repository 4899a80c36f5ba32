package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.evaluation.ComponentReach;
import org.metalayer.server.evaluation.ContributorStanding;
import org.metalayer.server.fleet.Fleet;
import org.metalayer.server.fleet.StickState;

/** Tells the evaluation what only the fleet knows: the two stand side by side, below this row. */
@ApplicationScoped
class FleetFacts implements ContributorStanding, ComponentReach {

    @Inject Fleet fleet;

    @Override
    public void requireKnown(UUID stickId) {
        var _ = fleet.requireKnown(stickId);
    }

    @Override
    public void requireContributor(StickPrincipal stick) {
        fleet.requireContributor(stick);
    }

    @Override
    public boolean mayContribute(UUID stickId) {
        return fleet.get(stickId).state() == StickState.ACCEPTED;
    }

    @Override
    public long sticksWith(ComponentName component) {
        return fleet.sticksWith(component);
    }
}
