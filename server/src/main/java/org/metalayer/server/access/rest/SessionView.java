package org.metalayer.server.access.rest;

import java.time.Instant;
import org.metalayer.server.access.OperatorPrincipal;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.platform.WordOf;

/** Who is logged in, and until when if nothing more is done. */
public record SessionView(
        String username, @WordOf(OperatorRole.class) String role, Instant expiresAt) {

    static SessionView of(OperatorPrincipal principal) {
        return new SessionView(
                principal.operator().username(),
                principal.operator().role().text(),
                principal.expiresAt());
    }
}
