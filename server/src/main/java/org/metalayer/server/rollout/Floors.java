package org.metalayer.server.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.catalog.Release;

/**
 * What reached everyone without being asked for: of a component, nothing below is installed any
 * more by the sticks that it is for.
 */
record Floors(Map<ComponentName, List<Release>> reached) {

    /** Those of the rollouts that are listed, and their releases. */
    static Floors of(List<Rollout> listed, Map<UUID, Release> releases) {
        return new Floors(
                listed.stream()
                        .filter(rollout -> rollout.state() == RolloutState.COMPLETED)
                        .filter(rollout -> rollout.strategy() != Strategy.OPTIONAL)
                        .flatMap(rollout ->
                                Optional.ofNullable(releases.get(rollout.releaseId())).stream())
                        .collect(Collectors.groupingBy(Release::component)));
    }

    /** The lowest version that the sticks of a release still install. */
    long under(Release release) {
        return reached.getOrDefault(release.component(), List.of()).stream()
                .filter(floor -> floor.runsWherever(release))
                .mapToLong(Release::version)
                .max()
                .orElse(1);
    }
}
