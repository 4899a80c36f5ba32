package org.metalayer.server.evaluation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Roles;

/** Decisions, newest first; they never change. */
@Path("/api/v1/decisions")
@RunOnVirtualThread
public class DecisionResource {

    @Inject Reports reports;

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<DecisionView> decisions(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return reports.decisions(PageRequest.of(limit, after)).map(DecisionView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    public DecisionView decision(@PathParam("id") UUID id) {
        return DecisionView.of(reports.decision(id));
    }
}
