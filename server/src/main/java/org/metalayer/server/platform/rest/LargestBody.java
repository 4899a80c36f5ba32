package org.metalayer.server.platform.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.metalayer.server.platform.ProblemType;

/**
 * Refuses what is longer than any endpoint takes, before anybody reads it. The HTTP server would do
 * that too, but without a word of why.
 */
@ApplicationScoped
class LargestBody {

    private static final int BEFORE_THE_SERVERS_OWN = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;

    /** How long the rest may take to arrive and be dropped. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize largest;

    @Inject ProblemAnswers answers;

    void register(@Observes Router router) {
        router.route().order(BEFORE_THE_SERVERS_OWN).handler(this::route);
    }

    private void route(RoutingContext context) {
        if (ContentLength.of(context.request()).orElse(0) <= largest.asLongValue()) {
            context.next();
        } else {
            refuse(context);
        }
    }

    /** Who is still sending when the connection is closed hears of a broken one, not of this. */
    private void refuse(RoutingContext context) {
        HttpServerRequest request = context.request();
        long end =
                context.vertx()
                        .setTimer(PATIENCE.toMillis(), timer -> request.connection().close());
        request.endHandler(all -> context.vertx().cancelTimer(end)).resume();
        answers.send(
                context,
                ProblemType.TOO_LARGE.because(
                        "at most %,d bytes are accepted in one request; send less"
                                .formatted(largest.asLongValue())));
    }
}
