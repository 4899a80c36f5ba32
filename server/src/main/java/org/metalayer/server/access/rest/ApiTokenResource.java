package org.metalayer.server.access.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.metalayer.server.access.ApiTokens;
import org.metalayer.server.access.Operator;
import org.metalayer.server.access.OperatorPrincipal;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.Roles;

/** An operator's own bearer tokens. */
@Path("/api/v1/api-tokens")
@RunOnVirtualThread
public class ApiTokenResource {

    @Inject ApiTokens tokens;

    /** What a new token needs. */
    public record NewToken(
            @NotNull @NotBlank @Size(max = 80) String name,
            @NotNull @Min(1) @Max(366) Integer expiresInDays) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<ApiTokenView> list(@Context SecurityIdentity identity) {
        List<ApiTokenView> all =
                tokens.of(self(identity)).stream().map(token -> ApiTokenView.of(token)).toList();
        return new Page<>(all, null, all.size());
    }

    /** The answer is the only place where the token itself ever stands. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.VIEWER)
    public ApiTokenView create(
            @NotNull @Valid NewToken wanted, @Context SecurityIdentity identity) {
        return ApiTokenView.of(
                tokens.create(
                        self(identity), wanted.name(), Duration.ofDays(wanted.expiresInDays())));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    public void revoke(@PathParam("id") UUID id, @Context SecurityIdentity identity) {
        tokens.revoke(self(identity), id);
    }

    private static Operator self(SecurityIdentity identity) {
        return OperatorPrincipal.of(identity).operator();
    }
}
