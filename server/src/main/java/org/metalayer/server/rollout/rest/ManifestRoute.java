package org.metalayer.server.rollout.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.catalog.feed.EntityTags;
import org.metalayer.server.rollout.Manifests;
import org.metalayer.server.rollout.ServedManifest;

/** Answers the poll of every stick from memory (docs/protocol.md §7). */
@ApplicationScoped
class ManifestRoute {

    private record Prepared(ServedManifest manifest, Buffer body, String length) {}

    @Inject Manifests manifests;

    private volatile @Nullable Prepared prepared;

    void register(@Observes Router router) {
        router.route("/feed/v1/deployment-manifest")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> serve(context.request()));
    }

    private void serve(HttpServerRequest request) {
        Prepared ready = prepared();
        String tag = ready.manifest().entityTag();
        HttpServerResponse response =
                request.response()
                        .putHeader(HttpHeaders.ETAG, tag)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (EntityTags.match(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusCode(304).end();
        } else if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, ready.length()).end();
        } else {
            response.end(ready.body());
        }
    }

    private Prepared prepared() {
        Prepared ready = prepared;
        ServedManifest newest = manifests.newest();
        if (ready == null || !ready.manifest().entityTag().equals(newest.entityTag())) {
            Buffer body = Buffer.buffer(newest.envelope());
            ready = new Prepared(newest, body, Integer.toString(body.length()));
            prepared = ready;
        }
        return ready;
    }
}
