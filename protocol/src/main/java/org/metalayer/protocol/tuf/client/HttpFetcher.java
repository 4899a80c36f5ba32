package org.metalayer.protocol.tuf.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches over HTTP with the JDK's client: bounded in length, no slower than a pace, and without
 * redirects.
 */
public final class HttpFetcher implements Fetcher {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final HttpClient client;
    private final URI base;
    private final Pace pace;

    /**
     * @param base the metadata URL, ending in a slash
     */
    public HttpFetcher(URI base, Pace pace) {
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        this.base = base;
        this.pace = pace;
    }

    @Override
    public Fetched fetch(String file, long maxLength, Optional<String> knownTag)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("./" + file));
        knownTag.ifPresent(tag -> request.header("If-None-Match", tag));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        HttpResponse<Void> response = receive(request.build(), maxLength, content);
        return switch (response.statusCode()) {
            case OK -> new Found(content.toByteArray(), response.headers().firstValue("ETag"));
            case NOT_MODIFIED -> new Unchanged();
            // A store of objects that hides what is not there.
            case FORBIDDEN, NOT_FOUND -> new Missing();
            default -> throw unexpected(file, response);
        };
    }

    /**
     * Fetches a file of any length into {@code sink}.
     *
     * @param maxLength in bytes
     * @throws IOException also when there is no such file
     */
    public void fetchInto(String file, long maxLength, OutputStream sink) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("./" + file)).build();
        HttpResponse<Void> response = receive(request, maxLength, sink);
        if (response.statusCode() != OK) {
            throw unexpected(file, response);
        }
    }

    private HttpResponse<Void> receive(HttpRequest request, long maxLength, OutputStream sink)
            throws IOException {
        BoundedBody body = new BoundedBody();
        return pace.await(
                client.sendAsync(
                        request,
                        info ->
                                info.statusCode() == OK
                                        ? body.into(sink, maxLength)
                                        : body.into(OutputStream.nullOutputStream(), 64 << 10)),
                body::received);
    }

    private static IOException unexpected(String file, HttpResponse<?> response) {
        return new IOException("the answer for %s is %d".formatted(file, response.statusCode()));
    }
}
