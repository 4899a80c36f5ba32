package org.metalayer.server.evaluation.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.access.Operator;
import org.metalayer.server.access.OperatorPrincipal;
import org.metalayer.server.evaluation.DryRuns;
import org.metalayer.server.evaluation.policy.Fact;
import org.metalayer.server.evaluation.policy.PolicyChecks;
import org.metalayer.server.evaluation.policy.PolicyDetail;
import org.metalayer.server.evaluation.policy.PolicyReader;
import org.metalayer.server.evaluation.policy.PolicyVersions;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.BodyLimit;
import org.metalayer.server.platform.rest.ExpectedVersion;

/** Versions of the policy: drafts, proposals, the one in force, and those before it. */
@Path("/api/v1/policies")
@RunOnVirtualThread
public class PoliciesResource {

    private static final String ONE = "{version: [1-9][0-9]{0,8}}";

    /** The longest policy, with room for how it is written. */
    private static final int MOST = 256 * 1024;

    @Inject PolicyVersions versions;
    @Inject PolicyChecks checks;
    @Inject DryRuns dryRuns;

    /** All versions, newest first. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<PolicyVersionView> list() {
        List<PolicyVersionView> all = versions.all().stream().map(PolicyVersionView::of).toList();
        return new Page<>(all, null, all.size());
    }

    /** What conditions and examples may name. */
    @GET
    @Path("facts")
    @RolesAllowed(Roles.VIEWER)
    public List<FactView> facts() {
        return Stream.of(Fact.values()).map(FactView::of).toList();
    }

    @GET
    @Path(ONE)
    @RolesAllowed(Roles.VIEWER)
    public RestResponse<PolicyDetailView> show(@PathParam("version") int version) {
        return tagged(versions.find(version));
    }

    /** Makes a draft; what it says must be free of faults. */
    @POST
    @ResponseStatus(201)
    @BodyLimit(MOST)
    @RolesAllowed(Roles.OPERATOR)
    public PolicyDetailView draft(
            @NotNull @Valid PolicyRequest request, @Context SecurityIdentity identity) {
        return PolicyDetailView.of(
                versions.draft(checks.read(request.text()), request.note(), operator(identity)));
    }

    /** Makes a draft say something else, examples included. */
    @PUT
    @Path(ONE)
    @BodyLimit(MOST)
    @RolesAllowed(Roles.OPERATOR)
    public RestResponse<PolicyDetailView> edit(
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PolicyRequest request,
            @Context SecurityIdentity identity) {
        return tagged(
                versions.edit(
                        version,
                        ExpectedVersion.of(ifMatch),
                        checks.read(request.text()),
                        request.note(),
                        operator(identity)));
    }

    /** Checks what is not saved: faults with their places, examples, and the difference. */
    @POST
    @Path("check")
    @BodyLimit(MOST)
    @RolesAllowed(Roles.OPERATOR)
    public PolicyCheckView check(@NotNull @Valid PolicyRequest request) {
        return switch (PolicyReader.read(request.text())) {
            case PolicyReader.Outcome.Faulty faulty ->
                    PolicyCheckView.faulty(faulty.faults(), checks.inForce());
            case PolicyReader.Outcome.Content written ->
                    PolicyCheckView.of(checks.check(written.content()));
        };
    }

    /** What a saved version would do, beside the one in force. */
    @POST
    @Path(ONE + "/check")
    @RolesAllowed(Roles.OPERATOR)
    public PolicyCheckView check(@PathParam("version") int version) {
        return PolicyCheckView.of(checks.check(versions.find(version)));
    }

    /** What a saved version would have made of past reports; changes nothing. */
    @POST
    @Path(ONE + "/dry-run")
    @RolesAllowed(Roles.OPERATOR)
    public DryRunView dryRun(
            @PathParam("version") int version, @NotNull @Valid DryRunRequest request) {
        return DryRunView.of(
                dryRuns.of(
                        versions.find(version).content().policy(version),
                        Duration.ofDays(request.daysOrUsual()),
                        request.limitOrUsual()));
    }

    /** Fixes a draft, for others to look at. */
    @POST
    @Path(ONE + "/propose")
    @RolesAllowed(Roles.OPERATOR)
    public RestResponse<PolicyDetailView> propose(
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context SecurityIdentity identity) {
        return tagged(versions.propose(version, ExpectedVersion.of(ifMatch), operator(identity)));
    }

    /** Makes a proposal a draft again. */
    @POST
    @Path(ONE + "/send-back")
    @RolesAllowed(Roles.OPERATOR)
    public RestResponse<PolicyDetailView> sendBack(
            @PathParam("version") int version, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(versions.sendBack(version, ExpectedVersion.of(ifMatch)));
    }

    /** Gives a draft up, for good; its number is not given again. */
    @POST
    @Path(ONE + "/discard")
    @RolesAllowed(Roles.OPERATOR)
    public RestResponse<PolicyDetailView> discard(
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context SecurityIdentity identity) {
        return tagged(versions.discard(version, ExpectedVersion.of(ifMatch), operator(identity)));
    }

    /** A second operator approves a proposal. */
    @POST
    @Path(ONE + "/approve")
    @RolesAllowed(Roles.OPERATOR)
    public RestResponse<PolicyDetailView> approve(
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SeenPolicy seen,
            @Context SecurityIdentity identity) {
        return tagged(
                versions.approve(
                        version, ExpectedVersion.of(ifMatch), seen.digest(), operator(identity)));
    }

    /** Puts a proposal in force. */
    @POST
    @Path(ONE + "/activate")
    @RolesAllowed(Roles.OPERATOR)
    public RestResponse<PolicyDetailView> activate(
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SeenPolicy seen,
            @Context SecurityIdentity identity) {
        return tagged(
                versions.activate(
                        version, ExpectedVersion.of(ifMatch), seen.digest(), operator(identity)));
    }

    private static Operator operator(SecurityIdentity identity) {
        return OperatorPrincipal.of(identity).operator();
    }

    private static RestResponse<PolicyDetailView> tagged(PolicyDetail detail) {
        return RestResponse.ResponseBuilder.ok(PolicyDetailView.of(detail))
                .header("ETag", "\"%d\"".formatted(detail.version().revision()))
                .build();
    }
}
