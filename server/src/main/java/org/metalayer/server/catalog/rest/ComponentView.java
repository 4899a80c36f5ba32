package org.metalayer.server.catalog.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.catalog.Component;
import org.metalayer.server.catalog.ReleaseView;

/** A component as operators see it. */
public record ComponentView(
        String name,
        String title,
        @Nullable ReleaseView head,
        int releaseCount,
        List<Component.Contribution> contributors) {

    static ComponentView of(Component component) {
        return new ComponentView(
                component.name().value(),
                component.title(),
                component.head().map(ReleaseView::of).orElse(null),
                component.releaseCount(),
                component.contributors());
    }
}
