package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;

/** The fleet as people look at it. */
@ApplicationScoped
@Transactional
public class StickOverview {

    @Inject StickQueries queries;
    @Inject StickRepository sticks;
    @Inject ContributionCounts contributions;
    @Inject WarningQueries warnings;
    @Inject CheckInInterval interval;
    @Inject InstantSource clock;

    /** Newest first. */
    public Page<StickDetail> page(StickFilter filter, PageRequest request) {
        Page<Stick> page = sticks.page(filter, request);
        Map<UUID, StickDetail> details = details(page.items());
        return page.map(stick -> Objects.requireNonNull(details.get(stick.id())));
    }

    public StickDetail get(Stick stick) {
        return Objects.requireNonNull(details(List.of(stick)).get(stick.id()));
    }

    /** The sticks with a warning of that kind, the one that was seen last first. */
    public List<StickDetail> warningOf(WarningKind kind, int limit) {
        List<UUID> ids = warnings.newest(kind, limit);
        List<Stick> found =
                ids.stream()
                        .flatMap(id -> sticks.findByIdOptional(id).stream())
                        .map(StickEntity::toRecord)
                        .toList();
        Map<UUID, StickDetail> details = details(found);
        return found.stream()
                .map(stick -> Objects.requireNonNull(details.get(stick.id())))
                .toList();
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
        return queries.countSeenSince(interval.onlineSince(clock.instant()));
    }

    /** What the accepted sticks run; by component, newest version first. */
    public List<ReleaseShare> releaseShares() {
        return queries.releaseShares();
    }

    private Map<UUID, StickDetail> details(List<Stick> found) {
        List<UUID> ids = found.stream().map(Stick::id).toList();
        Map<UUID, Instant> lastSeen = queries.lastSeen(ids);
        Map<UUID, List<InstalledComponent>> installed = queries.installed(ids);
        Map<UUID, Contributions> given = contributions.of(ids);
        Map<UUID, List<StickWarning>> odd = warnings.of(ids);
        Instant onlineSince = interval.onlineSince(clock.instant());
        return found.stream()
                .map(stick -> {
                    Instant lastSeenAt = lastSeen.get(stick.id());
                    return new StickDetail(
                            stick,
                            lastSeenAt,
                            lastSeenAt != null && !lastSeenAt.isBefore(onlineSince),
                            installed.getOrDefault(stick.id(), List.of()),
                            given.getOrDefault(stick.id(), Contributions.NONE),
                            odd.getOrDefault(stick.id(), List.of()));
                })
                .collect(Collectors.toMap(detail -> detail.stick().id(), Function.identity()));
    }
}
