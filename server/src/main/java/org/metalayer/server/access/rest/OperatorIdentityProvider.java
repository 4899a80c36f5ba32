package org.metalayer.server.access.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.metalayer.server.access.ApiTokens;
import org.metalayer.server.access.OperatorPrincipal;
import org.metalayer.server.access.OperatorSessions;
import org.metalayer.server.platform.ProblemType;

/** Finds the operator that a token or cookie belongs to. */
@ApplicationScoped
class OperatorIdentityProvider implements IdentityProvider<OperatorCredential> {

    @Inject ApiTokens tokens;
    @Inject OperatorSessions sessions;

    @Override
    public Class<OperatorCredential> getRequestType() {
        return OperatorCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            OperatorCredential credential, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                find(credential)
                        .map(OperatorIdentityProvider::identity)
                        .orElseThrow(() -> unknown(credential)));
    }

    private Optional<OperatorPrincipal> find(OperatorCredential credential) {
        return switch (credential.kind()) {
            case API_TOKEN -> tokens.find(credential.secret());
            case SESSION -> sessions.find(credential.secret());
        };
    }

    private static SecurityIdentity identity(OperatorPrincipal principal) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(principal.operator().role().roles())
                .build();
    }

    private static AuthenticationFailedException unknown(OperatorCredential credential) {
        String detail =
                switch (credential.kind()) {
                    case API_TOKEN ->
                            "the token is unknown, revoked or expired; create another at"
                                    + " /api/v1/api-tokens";
                    case SESSION -> "the session has ended; log in again at /api/v1/session";
                };
        return new AuthenticationFailedException(ProblemType.UNAUTHENTICATED.because(detail));
    }
}
