package org.metalayer.server.access.rest;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.metalayer.server.access.ApiTokens;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.access.StickTokens;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.ProblemAnswers;
import org.metalayer.server.platform.rest.SecurityMappers;

/**
 * Who a request comes from: a stick by its session token, an operator by a bearer token or by the
 * cookie of a login; otherwise nobody.
 */
@ApplicationScoped
class RequestAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject StickTokens stickTokens;
    @Inject ProblemAnswers answers;

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        String authorization = request.getHeader(HttpHeaderNames.AUTHORIZATION);
        Cookie cookie = request.getCookie(SessionCookie.NAME);
        try {
            if (authorization != null) {
                return bearer(authorization, identities);
            }
            if (cookie != null) {
                CrossSite.refuse(request);
                return identities.authenticate(
                        new OperatorCredential(OperatorCredential.Kind.SESSION, cookie.getValue()));
            }
            return Uni.createFrom().nullItem();
        } catch (ProblemException refused) {
            return Uni.createFrom().failure(new AuthenticationFailedException(refused));
        }
    }

    private Uni<SecurityIdentity> bearer(String authorization, IdentityProviderManager identities) {
        String token =
                authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? authorization.substring(BEARER.length()).strip()
                        : "";
        if (token.startsWith(StickTokens.PREFIX)) {
            return Uni.createFrom().item(stick(stickTokens.verify(token)));
        }
        if (token.startsWith(ApiTokens.PREFIX)) {
            return identities.authenticate(
                    new OperatorCredential(OperatorCredential.Kind.API_TOKEN, token));
        }
        throw ProblemType.UNAUTHENTICATED.because(
                "send 'Authorization: Bearer' with a token that begins with %s or %s"
                        .formatted(ApiTokens.PREFIX, StickTokens.PREFIX));
    }

    private static SecurityIdentity stick(StickPrincipal stick) {
        return QuarkusSecurityIdentity.builder().setPrincipal(stick).addRole(Roles.STICK).build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, BEARER.strip()));
    }

    /** The same answer as an endpoint's own, for requests that do not get as far as one. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        answers.send(context, SecurityMappers.notLoggedIn());
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(OperatorCredential.class);
    }
}
