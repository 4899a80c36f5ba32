package org.metalayer.server.catalog.rest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.catalog.feed.EntityTags;
import org.metalayer.server.catalog.feed.Feed;
import org.metalayer.server.catalog.trust.ServedTrust;
import org.metalayer.server.catalog.trust.Trust;

/**
 * Serves trust metadata and targets (docs/protocol.md §7): the newest from memory, older ones from
 * disk; no identity and no database. What every stick polls is the timestamp.
 */
@ApplicationScoped
class TrustRoutes {

    private static final String NAME = "[a-z0-9-]{1,64}";

    private record Prepared(String tag, Buffer timestamp) {}

    @Inject Trust trust;
    @Inject Feed feed;

    private volatile @Nullable Prepared prepared;

    void register(@Observes Router router) {
        router.route("/feed/v1/metadata/timestamp.json")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> timestamp(context.request()));
        router.routeWithRegex("/feed/v1/metadata/(?<name>[0-9]{1,19}\\.[a-z]{1,20}\\.json)")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> {
                    String name = requireNonNull(context.pathParam("name"));
                    serve(context, trust.served().file(name), feed.metadata(name), name);
                });
        router.routeWithRegex(
                        "/feed/v1/targets/(?<name>(?:%s/){1,2}[0-9a-f]{64}\\.%s\\.json)"
                                .formatted(NAME, NAME))
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> {
                    String name = requireNonNull(context.pathParam("name"));
                    serve(context, trust.served().target(name), feed.target(name), name);
                });
    }

    private void timestamp(HttpServerRequest request) {
        Prepared ready = prepared();
        HttpServerResponse response =
                request.response()
                        .putHeader(HttpHeaders.ETAG, ready.tag())
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (EntityTags.match(request.getHeader(HttpHeaders.IF_NONE_MATCH), ready.tag())) {
            response.setStatusCode(304).end();
        } else {
            end(request, ready.timestamp());
        }
    }

    private Prepared prepared() {
        ServedTrust served = trust.served();
        Prepared ready = prepared;
        if (ready == null || !ready.tag().equals(served.entityTag())) {
            ready = new Prepared(served.entityTag(), Buffer.buffer(served.timestamp()));
            prepared = ready;
        }
        return ready;
    }

    private static void serve(
            RoutingContext context, Optional<byte[]> present, Path older, String name) {
        if (present.isPresent()) {
            String tag = StaticFiles.tag(name);
            StaticFiles.immutable(context.response(), tag, "application/json");
            if (EntityTags.match(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
                context.response().setStatusCode(304).end();
            } else {
                end(context.request(), Buffer.buffer(present.get()));
            }
        } else {
            StaticFiles.serve(context, older, name, "application/json");
        }
    }

    private static void end(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.HEAD)) {
            request.response()
                    .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            request.response().end(body);
        }
    }
}
