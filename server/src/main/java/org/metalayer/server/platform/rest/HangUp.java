package org.metalayer.server.platform.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Ends connections after an answer, so that nobody listens to the rest of what is sent. */
@Singleton
public class HangUp {

    @Inject CurrentVertxRequest current;

    /** What ends the connection of the current request, on whichever thread it is run. */
    public Runnable afterAnswer() {
        RoutingContext context = current.getCurrent();
        return () -> context.addEndHandler(_ -> context.request().connection().close());
    }
}
