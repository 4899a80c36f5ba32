package org.metalayer.server.access.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.ProblemType;

/**
 * Keeps other sites from writing with a logged-in operator's cookie. Browsers say where a request
 * comes from and scripts cannot change it; what says nothing is refused.
 */
final class CrossSite {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final ProblemType CROSS_SITE =
            new ProblemType("cross-site-request", "The request comes from another site", 403);

    private CrossSite() {}

    static void refuse(HttpServerRequest request) {
        if (!READING.contains(request.method()) && !comesFromHere(request)) {
            throw CROSS_SITE.because(
                    "writes with the session cookie need 'Sec-Fetch-Site: same-origin' or this"
                            + " server's 'Origin'; programs use a bearer token instead");
        }
    }

    private static boolean comesFromHere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null
                ? site.equals("same-origin")
                : isOwn(request, request.getHeader("Origin"));
    }

    private static boolean isOwn(HttpServerRequest request, @Nullable String origin) {
        if (origin == null || request.authority() == null) {
            return false;
        }
        try {
            return request.authority()
                    .toString()
                    .equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
