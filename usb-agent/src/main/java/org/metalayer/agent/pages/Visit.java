package org.metalayer.agent.pages;

import java.util.Optional;
import java.util.Set;
import org.metalayer.agent.http.Request;

/**
 * What a browser says of its own request (W3C Fetch Metadata): who asks, and for what. Every
 * current browser says it to names below {@code localhost}.
 */
record Visit(Optional<String> site, Optional<String> destination, boolean isServiceWorker) {

    private static final Set<String> WORKERS = Set.of("worker", "sharedworker", "serviceworker");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    static Visit of(Request request) {
        return new Visit(
                request.header("sec-fetch-site"),
                request.header("sec-fetch-dest"),
                request.header("service-worker").isPresent());
    }

    /** Whether a person opens it as a page of its own. */
    boolean isPageOfItsOwn() {
        return destination.filter("document"::equals).isPresent();
    }

    /** Whether it may be an answer to the agent's own pages, which nobody embeds. */
    boolean mayHaveOwnPage() {
        return isPageOfItsOwn() || site.isEmpty() || OWN.contains(site.get());
    }

    /** Why content may not be given out for it; empty when it may. */
    Optional<String> objection(boolean isPage) {
        if (isPageOfItsOwn()) {
            return Optional.of(
                    "Content is shown only inside the stick's own page around it. Open it from the"
                            + " list of components.");
        }
        if (isServiceWorker || destination.filter(WORKERS::contains).isPresent()) {
            return Optional.of("Content here runs without workers.");
        }
        boolean framed = destination.filter("iframe"::equals).isPresent();
        if (isPage && destination.isEmpty()) {
            return Optional.of(
                    "Pages are shown to browsers that say what they do with them: Chromium from 80,"
                            + " Firefox from 90, Safari from 16.4.");
        }
        boolean own = site.isEmpty() || OWN.contains(site.get());
        boolean byFrame = framed && site.filter("same-site"::equals).isPresent();
        return own || byFrame
                ? Optional.empty()
                : Optional.of("Content is given to its own component only.");
    }
}
