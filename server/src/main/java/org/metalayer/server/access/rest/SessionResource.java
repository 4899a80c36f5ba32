package org.metalayer.server.access.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.access.Logins;
import org.metalayer.server.access.NewPassword;
import org.metalayer.server.access.Operator;
import org.metalayer.server.access.OperatorPrincipal;
import org.metalayer.server.access.OperatorSessions;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.BodyLimit;
import org.metalayer.server.platform.rest.ClientAddress;

/** The dashboard's login. */
@Path("/api/v1/session")
@RunOnVirtualThread
public class SessionResource {

    /** Whoever knocks is a stranger still. */
    private static final int MAX_LOGIN = 16 << 10;

    @Inject Logins logins;
    @Inject OperatorSessions sessions;

    /** What a login needs. */
    public record Login(
            @NotNull @Size(min = 1, max = 64) String username,
            @NotNull @Size(min = 1, max = 256) String password) {}

    /** What is needed to have another password. */
    public record PasswordChange(
            @NotNull @Size(min = 1, max = 256) String currentPassword,
            @NotNull String newPassword) {}

    @POST
    @PermitAll
    @BodyLimit(MAX_LOGIN)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Response logIn(
            @NotNull @Valid Login login, @Context HttpServerRequest request, @Context UriInfo uri) {
        Operator operator =
                logins.logIn(login.username(), login.password(), ClientAddress.of(request));
        String token = sessions.open(operator);
        OperatorPrincipal principal = sessions.find(token).orElseThrow();
        return Response.ok(SessionView.of(principal))
                .cookie(SessionCookie.carrying(token, uri))
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public SessionView whoAmI(@Context SecurityIdentity identity) {
        return SessionView.of(OperatorPrincipal.of(identity));
    }

    /** Changes one's own password; all other sessions end. */
    @POST
    @Path("password")
    @RolesAllowed(Roles.VIEWER)
    public void changePassword(
            @NotNull @Valid PasswordChange change,
            @CookieParam(SessionCookie.NAME) @Nullable String session,
            @Context HttpServerRequest request,
            @Context SecurityIdentity identity) {
        logins.changePassword(
                OperatorPrincipal.of(identity).operator(),
                change.currentPassword(),
                new NewPassword(change.newPassword()),
                session,
                ClientAddress.of(request));
    }

    @DELETE
    @RolesAllowed(Roles.VIEWER)
    @APIResponse(responseCode = "204")
    public Response logOut(
            @CookieParam(SessionCookie.NAME) @Nullable String token, @Context UriInfo uri) {
        if (token != null) {
            sessions.close(token);
        }
        return Response.noContent().cookie(SessionCookie.gone(uri)).build();
    }
}
