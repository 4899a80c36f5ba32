package org.metalayer.server.fleet.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.fleet.EnrolmentCodes;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Roles;

/** Codes that accept sticks without asking. Only operators see them: they let sticks in. */
@Path("/api/v1/enrolment-codes")
@RunOnVirtualThread
public class EnrolmentCodeResource {

    @Inject EnrolmentCodes codes;

    /** What a new code needs. */
    public record NewCode(
            @NotNull @Size(max = 200) String note,
            @NotNull @Min(1) @Max(100_000) Integer uses,
            @NotNull @Min(1) @Max(8784) Integer expiresInHours) {}

    @GET
    @RolesAllowed(Roles.OPERATOR)
    public Page<EnrolmentCodeView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return codes.page(PageRequest.of(limit, after))
                .map(code -> EnrolmentCodeView.of(code, null));
    }

    /** The answer is the only place where the code itself ever stands. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.OPERATOR)
    public EnrolmentCodeView create(
            @NotNull @Valid NewCode wanted, @Context SecurityIdentity identity) {
        EnrolmentCodes.Created created =
                codes.create(
                        wanted.note(),
                        wanted.uses(),
                        Duration.ofHours(wanted.expiresInHours()),
                        identity.getPrincipal().getName());
        return EnrolmentCodeView.of(created.code(), created.secret());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.OPERATOR)
    public void revoke(@PathParam("id") UUID id) {
        codes.revoke(id);
    }
}
