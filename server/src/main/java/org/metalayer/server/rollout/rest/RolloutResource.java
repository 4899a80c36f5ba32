package org.metalayer.server.rollout.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.EnumTexts;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.ExpectedVersion;
import org.metalayer.server.rollout.DeploymentState;
import org.metalayer.server.rollout.Manifests;
import org.metalayer.server.rollout.RolloutState;
import org.metalayer.server.rollout.RolloutVerb;
import org.metalayer.server.rollout.Rollouts;

/** Rollouts, newest first, and what operators can do to them. */
@Path("/api/v1/rollouts")
@RunOnVirtualThread
public class RolloutResource {

    @Inject Rollouts rollouts;
    @Inject Manifests manifests;

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<RolloutView> rollouts(
            @QueryParam("state") @Nullable String state,
            @QueryParam("component") @Nullable String component,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return rollouts.page(
                        EnumTexts.parse("state", state, RolloutState.class),
                        component,
                        PageRequest.of(limit, after))
                .map(RolloutView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    public RestResponse<RolloutView> rollout(@PathParam("id") UUID id) {
        return tagged(id);
    }

    @GET
    @Path("{id}/deployments")
    @RolesAllowed(Roles.VIEWER)
    public Page<DeploymentView> deployments(
            @PathParam("id") UUID id,
            @QueryParam("ring") @Nullable Integer ring,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return rollouts.deployments(
                        id,
                        ring,
                        EnumTexts.parse("state", state, DeploymentState.class),
                        PageRequest.of(limit, after))
                .map(DeploymentView::of);
    }

    /** Pauses, resumes, halts or advances a rollout. */
    @POST
    @Path("{id}/{verb: pause|resume|halt|advance}")
    @RolesAllowed(Roles.OPERATOR)
    public RestResponse<RolloutView> apply(
            @PathParam("id") UUID id,
            @PathParam("verb") String verb,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid VerbRequest request,
            @Context SecurityIdentity identity) {
        rollouts.apply(
                RolloutVerb.parse(verb),
                id,
                ExpectedVersion.of(ifMatch),
                request.reason(),
                identity.getPrincipal().getName());
        manifests.refresh();
        return tagged(id);
    }

    private RestResponse<RolloutView> tagged(UUID id) {
        RolloutView view = RolloutView.of(rollouts.find(id));
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", "\"%d\"".formatted(view.version()))
                .build();
    }
}
