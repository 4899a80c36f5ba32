package org.metalayer.server.fleet.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.fleet.Copies;
import org.metalayer.server.fleet.Fleet;
import org.metalayer.server.fleet.StickFilter;
import org.metalayer.server.fleet.StickOverview;
import org.metalayer.server.fleet.StickState;
import org.metalayer.server.platform.EnumTexts;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Roles;

/** The fleet for operators. */
@Path("/api/v1/sticks")
@RunOnVirtualThread
public class StickResource {

    @Inject Fleet fleet;
    @Inject Copies copies;
    @Inject StickOverview overview;

    /** Whether a stick is to try releases first. */
    public record TestStick(@NotNull Boolean testStick) {}

    /** Which of several copies; empty for the one that was known first and not seen since. */
    public record Copy(@NotNull @Size(max = 32) String copy) {}

    /** Newest first; {@code q} is searched in module id and name. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<StickView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("q") @Nullable @Size(max = 80) String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        StickFilter filter = new StickFilter(EnumTexts.parse("state", state, StickState.class), q);
        return overview.page(filter, PageRequest.of(limit, after)).map(StickView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    public StickView get(@PathParam("id") UUID id) {
        return StickView.of(overview.get(fleet.get(id)));
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed(Roles.OPERATOR)
    public StickView accept(@PathParam("id") UUID id) {
        fleet.accept(id);
        return get(id);
    }

    @POST
    @Path("{id}/reject")
    @RolesAllowed(Roles.OPERATOR)
    public StickView reject(@PathParam("id") UUID id) {
        fleet.reject(id);
        return get(id);
    }

    @POST
    @Path("{id}/retire")
    @RolesAllowed(Roles.OPERATOR)
    public StickView retire(@PathParam("id") UUID id) {
        fleet.retire(id);
        return get(id);
    }

    /** Keeps one copy of a quarantined stick; the others have to become sticks of their own. */
    @POST
    @Path("{id}/keep")
    @RolesAllowed(Roles.OPERATOR)
    public StickView keep(@PathParam("id") UUID id, @NotNull @Valid Copy wanted) {
        copies.keep(id, wanted.copy());
        return get(id);
    }

    /** Believes that an older state of the stick comes from a restored backup. */
    @POST
    @Path("{id}/confirm-restore")
    @RolesAllowed(Roles.OPERATOR)
    public StickView confirmRestore(@PathParam("id") UUID id, @NotNull @Valid Copy wanted) {
        copies.confirmRestore(id, wanted.copy());
        return get(id);
    }

    /** Takes note of all warnings but those about copies; a new device becomes the stick's own. */
    @POST
    @Path("{id}/dismiss-warnings")
    @RolesAllowed(Roles.OPERATOR)
    public StickView dismissWarnings(@PathParam("id") UUID id) {
        copies.dismissWarnings(id);
        return get(id);
    }

    @PUT
    @Path("{id}/test-stick")
    @RolesAllowed(Roles.OPERATOR)
    public StickView markTestStick(@PathParam("id") UUID id, @NotNull @Valid TestStick wanted) {
        fleet.markTestStick(id, wanted.testStick());
        return get(id);
    }
}
