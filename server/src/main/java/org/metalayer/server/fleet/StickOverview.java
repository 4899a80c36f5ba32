package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;

/** The fleet as people look at it. */
@ApplicationScoped
public class StickOverview {

    @Inject StickQueries queries;
    @Inject StickRepository sticks;
    @Inject ContributionCounts contributions;
    @Inject CheckInInterval interval;
    @Inject InstantSource clock;

    /** Newest first. */
    public Page<StickDetail> page(StickFilter filter, PageRequest request) {
        Page<StickQueries.Seen> page = queries.page(filter, request);
        List<UUID> ids = page.items().stream().map(seen -> seen.stick().id()).toList();
        Map<UUID, List<InstalledComponent>> installed = queries.installed(ids);
        Map<UUID, Contributions> given = contributions.of(ids);
        return page.map(seen -> detail(seen, installed, given));
    }

    public StickDetail get(Stick stick) {
        List<UUID> id = List.of(stick.id());
        @Nullable Instant lastSeenAt =
                queries.summaries(id).stream()
                        .findFirst()
                        .map(StickSummary::lastSeenAt)
                        .orElse(null);
        return detail(
                new StickQueries.Seen(stick, lastSeenAt),
                queries.installed(id),
                contributions.of(id));
    }

    /** How many sticks of the fleet are accepted. */
    public long accepted() {
        return sticks.count(StickState.ACCEPTED);
    }

    /** How many wait for an operator. */
    public long pending() {
        return sticks.count(StickState.PENDING);
    }

    /** How many accepted ones have checked in recently enough. */
    public long online() {
        return sticks.countSeenSince(interval.onlineSince(clock.instant()));
    }

    /** What the accepted sticks run; by component, newest version first. */
    public List<ReleaseShare> releaseShares() {
        return queries.releaseShares();
    }

    private StickDetail detail(
            StickQueries.Seen seen,
            Map<UUID, List<InstalledComponent>> installed,
            Map<UUID, Contributions> given) {
        UUID id = seen.stick().id();
        Instant lastSeenAt = seen.lastSeenAt();
        return new StickDetail(
                seen.stick(),
                lastSeenAt,
                lastSeenAt != null && !lastSeenAt.isBefore(interval.onlineSince(clock.instant())),
                installed.getOrDefault(id, List.of()),
                given.getOrDefault(id, Contributions.NONE));
    }
}
