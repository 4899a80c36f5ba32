package org.metalayer.server.platform.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Gives the dashboard's one page to a browser that opens any of the dashboard's addresses: which
 * address it was, the page itself looks up.
 */
@ApplicationScoped
class DashboardPages {

    private static final String PAGE = "/index.html";
    private static final List<String> NOT_PAGES = List.of("/api/", "/feed/", "/q/", "/assets/");

    /** Before everything that would answer 404. */
    private static final int EARLY = -1;

    void register(@Observes Router router) {
        router.get().order(EARLY).handler(DashboardPages::route);
    }

    private static void route(RoutingContext context) {
        if (isPage(context)) {
            context.reroute(PAGE);
        } else {
            context.next();
        }
    }

    private static boolean isPage(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        String path = context.normalizedPath();
        return accept != null
                && accept.contains("text/html")
                && NOT_PAGES.stream().noneMatch(path::startsWith)
                && !path.contains(".");
    }
}
