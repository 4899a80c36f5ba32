package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.fleet.ContributionCounts;
import org.metalayer.server.fleet.Contributions;

/** Tells the fleet what its sticks gave. */
@ApplicationScoped
class StickContributions implements ContributionCounts {

    @Inject Reports reports;

    @Override
    public Map<UUID, Contributions> of(Collection<UUID> stickIds) {
        return reports.givenBy(stickIds).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                given ->
                                        new Contributions(
                                                given.getValue().reports(),
                                                given.getValue().released())));
    }
}
