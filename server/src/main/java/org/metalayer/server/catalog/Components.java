package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.persistence.Turns;

/** The components with their heads and contributors. */
@ApplicationScoped
class Components {

    @Inject ComponentRepository components;
    @Inject ReleaseRepository releases;
    @Inject ContributorQueries contributors;
    @Inject Turns turns;
    @Inject InstantSource clock;

    /** The next version of a component, and nobody else's: versions have no gaps. */
    int nextVersion(ComponentName name, String title) {
        turns.take("versions of " + name);
        return components
                .findByIdOptional(name.value())
                .orElseGet(() -> add(name, title))
                .addRelease(title);
    }

    Optional<Component> find(ComponentName name) {
        return components
                .findByIdOptional(name.value())
                .map(found -> complete(List.of(found)).getFirst());
    }

    /** In the order of their names. */
    Page<Component> page(int limit, @Nullable String after) {
        List<ComponentEntity> found = components.page(limit, after);
        boolean more = found.size() > limit;
        List<Component> items = complete(more ? found.subList(0, limit) : found);
        return new Page<>(items, more ? items.getLast().name().value() : null, components.count());
    }

    private ComponentEntity add(ComponentName name, String title) {
        ComponentEntity added = new ComponentEntity(name, title, clock.instant());
        components.persist(added);
        return added;
    }

    private List<Component> complete(List<ComponentEntity> found) {
        List<String> names = found.stream().map(ComponentEntity::name).toList();
        Map<String, Release> heads =
                releases.heads(names).stream()
                        .collect(
                                Collectors.toMap(
                                        head -> head.component().value(), Function.identity()));
        Map<String, List<Component.Contribution>> given = contributors.of(names);
        return found.stream()
                .map(each ->
                        new Component(
                                new ComponentName(each.name()),
                                each.title(),
                                Optional.ofNullable(heads.get(each.name())),
                                each.releaseCount(),
                                given.getOrDefault(each.name(), List.of())))
                .toList();
    }
}
