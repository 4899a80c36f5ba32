package org.metalayer.server.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.metalayer.server.platform.Ticker;

/**
 * Holds every request body to the {@link BodyLimit} of its endpoint before anything reads it, and
 * to a pace at which it has to come.
 */
@Provider
class BodyLimitFilter implements ContainerRequestFilter {

    private static final int DEFAULT_LIMIT = 64 << 10;

    /** Up to here a body is read at once, so that no parser ever sees one that is too large. */
    private static final int BUFFERED = 1 << 20;

    private static final Set<String> BODILESS = Set.of("GET", "HEAD");

    @Context ResourceInfo resource;
    @Inject HangUp hangUp;
    @Inject Ticker ticker;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        // A read would block, and some of what has no body is served where nothing may block.
        if (BODILESS.contains(request.getMethod()) || !request.hasEntity()) {
            return;
        }
        int limit = limit();
        InputStream body =
                new LimitedInputStream(
                        new PacedInputStream(
                                request.getEntityStream(), ticker, hangUp.afterAnswer()),
                        limit);
        request.setEntityStream(
                limit <= BUFFERED ? new ByteArrayInputStream(body.readAllBytes()) : body);
    }

    private int limit() {
        BodyLimit given = resource.getResourceMethod().getAnnotation(BodyLimit.class);
        return given == null ? DEFAULT_LIMIT : given.value();
    }
}
