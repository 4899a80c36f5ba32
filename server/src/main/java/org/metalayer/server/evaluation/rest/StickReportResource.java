package org.metalayer.server.evaluation.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.evaluation.ReportReceipt;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.BodyLimit;
import org.metalayer.server.platform.rest.WholeBodies;

/** Where sticks report upgrades (docs/protocol.md §5). */
@Path("/api/v1/stick/upgrade-reports")
@RunOnVirtualThread
public class StickReportResource {

    @Inject Reports reports;
    @Inject WholeBodies bodies;
    @Inject InstantSource clock;

    /** 201 the first time, 200 for the same bytes again; the same id with others is 409. */
    @POST
    @RolesAllowed(Roles.STICK)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(Envelope.MAX_LENGTH)
    public RestResponse<ReceiptView> submit(
            @NotNull InputStream body, @Context SecurityIdentity identity) throws IOException {
        StickPrincipal stick = StickPrincipal.of(identity);
        ReportReceipt receipt =
                bodies.use(stick.stickId(), body, envelope -> reports.submit(stick, envelope));
        return RestResponse.status(
                receipt.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                ReceiptView.of(receipt, clock.instant()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.STICK)
    public OwnReportView report(@PathParam("id") UUID id, @Context SecurityIdentity identity) {
        ReportReceipt receipt = reports.receipt(StickPrincipal.of(identity), id);
        List<String> reasons =
                reports.decisionAbout(id)
                        .map(decision -> decision.ruling().reasons())
                        .orElse(List.of());
        return OwnReportView.of(receipt, reasons, clock.instant());
    }
}
