package org.metalayer.server.access.rest;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;

/** The cookie that carries an operator's session; scripts and other sites never see it. */
final class SessionCookie {

    static final String NAME = "metalayer_session";

    private SessionCookie() {}

    /** Ends with the browser; the server ends the session earlier where it is not used. */
    static NewCookie carrying(String token, UriInfo uri) {
        return cookie(token, uri).build();
    }

    static NewCookie gone(UriInfo uri) {
        return cookie("", uri).maxAge(0).build();
    }

    private static NewCookie.Builder cookie(String value, UriInfo uri) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure("https".equals(uri.getRequestUri().getScheme()));
    }
}
