package org.metalayer.server.catalog.rest;

import io.vertx.core.file.FileProps;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import org.metalayer.server.catalog.feed.EntityTags;

/** Immutable files of the feed, straight from disk: the bytes go by sendfile. */
final class StaticFiles {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final String ABSENT =
            """
            {"type":"urn:metalayer:problem:not-found","title":"There is no such thing here",\
            "status":404,"detail":"this is not in the feed: only what is released is"}\
            """;

    private StaticFiles() {}

    static void serve(RoutingContext context, Path file, String name, String type) {
        String tag = tag(name);
        context.vertx()
                .fileSystem()
                .props(file.toString())
                .onSuccess(props -> send(context, file, props, tag, type))
                .onFailure(absent -> absent(context));
    }

    private static void absent(RoutingContext context) {
        context.response()
                .setStatusCode(404)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(ABSENT);
    }

    private static void send(
            RoutingContext context, Path file, FileProps props, String tag, String type) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        immutable(response, tag, type);
        if (EntityTags.match(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusCode(304).end();
            return;
        }
        String condition = request.getHeader("If-Range");
        boolean ranged = condition == null || condition.equals(tag);
        switch (ByteRange.parse(ranged ? request.getHeader("Range") : null, props.size())) {
            case ByteRange.Wanted.Everything all -> transmit(request, file, 0, props.size());
            case ByteRange.Wanted.Unsatisfiable none ->
                    response.setStatusCode(416)
                            .putHeader("Content-Range", "bytes */" + props.size())
                            .end();
            case ByteRange.Wanted.Part(ByteRange part) -> {
                response.setStatusCode(206)
                        .putHeader(
                                "Content-Range",
                                "bytes %d-%d/%d"
                                        .formatted(
                                                part.first(),
                                                part.first() + part.length() - 1,
                                                props.size()));
                transmit(request, file, part.first(), part.length());
            }
        }
    }

    private static void transmit(HttpServerRequest request, Path file, long first, long length) {
        HttpServerResponse response = request.response();
        if (request.method().equals(HttpMethod.HEAD) || length == 0) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length)).end();
        } else {
            response.sendFile(file.toString(), first, length);
        }
    }

    /** A strong validator: what is immutable is named by its content or its version. */
    static String tag(String name) {
        return '"' + name + '"';
    }

    /** The headers of what never changes. */
    static void immutable(HttpServerResponse response, String tag, String type) {
        // These bytes come from sticks: nothing of them may run as a page of this server.
        response.putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .putHeader("Content-Disposition", "attachment")
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, IMMUTABLE)
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader("Accept-Ranges", "bytes");
    }
}
