package org.metalayer.server.platform.rest;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes in small bodies as they arrive, before anybody works on the request: a thread that waits
 * for a few hundred bytes costs more than all else that is done with them. Larger ones and those of
 * unknown length are read by whoever needs them, at a pace they have to keep.
 */
@ApplicationScoped
class SmallBodies {

    /** Bytes that each sender may lay into memory before it is known who that is. */
    private static final int MOST = 8 << 10;

    private final ProblemAnswers answers;
    private final Duration patience;

    @Inject
    SmallBodies(
            ProblemAnswers answers,
            @ConfigProperty(name = "metalayer.http.small-body-within") Duration patience) {
        this.answers = answers;
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, SecurityHandlerPriorities.CORS + 1);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isSmall(request)) {
            context.next();
            return;
        }
        long late = context.vertx().setTimer(patience.toMillis(), _ -> hangUp(context));
        Future<Buffer> body = request.body();
        body.onComplete(received -> {
            if (context.vertx().cancelTimer(late) && received.succeeded()) {
                ((RoutingContextInternal) context).setBody(received.result());
                context.next();
            }
        });
        // Quarkus holds every request back until somebody wants to read it.
        request.resume();
    }

    private void hangUp(RoutingContext context) {
        context.addEndHandler(_ -> context.request().connection().close());
        answers.send(
                context,
                PacedInputStream.TOO_SLOW
                        .because(
                                "the body did not come within %d s; send it again over a better line"
                                        .formatted(patience.toSeconds()))
                        .header("Retry-After", "60"));
    }

    private static boolean isSmall(HttpServerRequest request) {
        // A connection of HTTP/2 may carry a hundred of them at once.
        return request.version() == HttpVersion.HTTP_1_1
                && ContentLength.of(request).orElse(Long.MAX_VALUE) <= MOST
                && !request.headers().contains(HttpHeaderNames.EXPECT);
    }
}
