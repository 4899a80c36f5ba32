package org.metalayer.server.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import java.time.Instant;

/**
 * The operator a request comes from.
 *
 * @param expiresAt when the session or token that proved it ends
 */
public record OperatorPrincipal(Operator operator, Instant expiresAt) implements Principal {

    /** The operator behind {@code identity}, on an endpoint that only operators reach. */
    public static OperatorPrincipal of(SecurityIdentity identity) {
        return (OperatorPrincipal) identity.getPrincipal();
    }

    @Override
    public String getName() {
        return operator.username();
    }
}
