package org.metalayer.server.access.rest;

import java.time.Instant;
import org.metalayer.server.access.OperatorPrincipal;

/** Who is logged in, and until when if nothing more is done. */
public record SessionView(String username, String role, Instant expiresAt) {

    static SessionView of(OperatorPrincipal principal) {
        return new SessionView(
                principal.operator().username(),
                principal.operator().role().text(),
                principal.expiresAt());
    }
}
