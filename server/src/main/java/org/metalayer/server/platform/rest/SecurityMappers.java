package org.metalayer.server.platform.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/** Problem documents for who may not. */
public class SecurityMappers {

    /** What an anonymous caller is told. */
    public static ProblemException notLoggedIn() {
        return challenge(
                ProblemType.UNAUTHENTICATED.because(
                        "log in at /api/v1/session or send 'Authorization: Bearer' with a token"));
    }

    @ServerExceptionMapper
    Response anonymous(UnauthorizedException e) {
        return Problem.response(notLoggedIn());
    }

    @ServerExceptionMapper
    Response failed(AuthenticationFailedException e) {
        return e.getCause() instanceof ProblemException problem
                ? Problem.response(problem.type().status() == 401 ? challenge(problem) : problem)
                : Problem.response(
                        challenge(
                                ProblemType.UNAUTHENTICATED.because(
                                        "these credentials are not valid; log in again")));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.response(
                ProblemType.FORBIDDEN, "this account lacks the role that the operation needs");
    }

    private static ProblemException challenge(ProblemException problem) {
        return problem.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
