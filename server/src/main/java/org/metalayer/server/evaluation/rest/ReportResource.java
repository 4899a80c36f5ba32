package org.metalayer.server.evaluation.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.evaluation.Approval;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.evaluation.Evaluations;
import org.metalayer.server.evaluation.HumanDecisions;
import org.metalayer.server.evaluation.ReportFilter;
import org.metalayer.server.evaluation.ReportProgress;
import org.metalayer.server.evaluation.ReportState;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.platform.EnumTexts;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.Roles;

/** Upgrade reports, newest first. */
@Path("/api/v1/upgrade-reports")
@RunOnVirtualThread
public class ReportResource {

    @Inject Reports reports;
    @Inject Evaluations evaluations;
    @Inject HumanDecisions people;

    /** Newest first; of {@code progress} several words may be given, with commas between them. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<ReportView> reports(
            @QueryParam("state") @Nullable String state,
            @QueryParam("progress") @Nullable String progress,
            @QueryParam("component") @Nullable String component,
            @QueryParam("stick") @Nullable String stick,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        ReportFilter filter =
                new ReportFilter(
                        EnumTexts.parse("state", state, ReportState.class),
                        EnumTexts.parseAll("progress", progress, ReportProgress.class),
                        component,
                        stickId(stick));
        return reports.page(filter, PageRequest.of(limit, after)).map(ReportView::listed);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    public ReportView report(@PathParam("id") UUID id) {
        return ReportView.whole(reports.find(id), reports.files(id));
    }

    /** What others wrote in it, as CycloneDX; 404 where nothing was recognised. */
    @GET
    @Path("{id}/sbom")
    @Produces({"application/vnd.cyclonedx+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.VIEWER)
    public byte[] sbom(@PathParam("id") UUID id) {
        return reports.billOfMaterials(id);
    }

    /** Evaluates all pending reports now. */
    @POST
    @Path("evaluate")
    @RolesAllowed(Roles.OPERATOR)
    public DecisionsView evaluate() {
        return DecisionsView.of(evaluations.evaluatePending());
    }

    /** A person's decision about a report that needs one. */
    @POST
    @Path("{id}/decision")
    @RolesAllowed(Roles.OPERATOR)
    public DecisionView decide(
            @PathParam("id") UUID id,
            @NotNull @Valid HumanDecisionRequest request,
            @Context SecurityIdentity identity) {
        String operator = identity.getPrincipal().getName();
        DecisionRecord decision =
                request.verdict().equals("approve")
                        ? people.approve(
                                id,
                                new Approval(
                                        Optional.ofNullable(request.strategy()),
                                        Optional.ofNullable(request.onVersion()),
                                        request.reason()),
                                operator)
                        : people.reject(id, request.reason(), operator);
        return DecisionView.of(decision);
    }

    private static @Nullable UUID stickId(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID_REQUEST.because(
                    "'stick' must be the id of a stick, as GET /api/v1/sticks gives it");
        }
    }
}
