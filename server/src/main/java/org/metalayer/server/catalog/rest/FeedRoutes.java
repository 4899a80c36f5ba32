package org.metalayer.server.catalog.rest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.catalog.feed.Feed;

/**
 * Serves immutable files of the feed straight from disk (docs/protocol.md §7): no identity, no
 * database, and the bytes go by sendfile.
 */
@ApplicationScoped
class FeedRoutes {

    private static final String BYTES = "application/octet-stream";

    @Inject Feed feed;

    void register(@Observes Router router) {
        router.routeWithRegex("/feed/v1/blobs/(?<digest>[0-9a-f]{64})")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> {
                    String digest = requireNonNull(context.pathParam("digest"));
                    StaticFiles.serve(context, feed.blob(new Sha256(digest)), digest, BYTES);
                });
    }
}
