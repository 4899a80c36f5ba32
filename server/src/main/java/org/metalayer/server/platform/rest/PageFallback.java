package org.metalayer.server.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.metalayer.server.platform.ProblemType;

/**
 * Answers what nobody else does: the dashboard's page to a browser that opens one of the
 * dashboard's own addresses, a problem document to everything else.
 */
@ApplicationScoped
class PageFallback {

    private static final String PAGE = "/index.html";
    private static final List<String> NOT_PAGES =
            List.of("/api/", "/feed/", "/q/", "/assets/", PAGE);

    @Inject ObjectMapper json;

    void register(@Observes Router router) {
        router.route().last().handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (isPage(context)) {
            context.reroute(HttpMethod.GET, PAGE);
            return;
        }
        String path = context.normalizedPath();
        Problem problem = Problem.of(ProblemType.NOT_FOUND.because("nothing at " + path));
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(render(problem));
    }

    private static boolean isPage(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return context.request().method().equals(HttpMethod.GET)
                && accept != null
                && accept.contains("text/html")
                && NOT_PAGES.stream().noneMatch(context.normalizedPath()::startsWith);
    }

    private String render(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a problem document can always be written", e);
        }
    }
}
