package org.metalayer.server.rollout.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.BodyLimit;
import org.metalayer.server.rollout.Outcomes;

/** Where sticks say what came of an offer (docs/protocol.md §8). */
@Path("/api/v1/stick/outcomes")
@RunOnVirtualThread
public class OutcomeResource {

    @Inject Outcomes outcomes;

    @POST
    @RolesAllowed(Roles.STICK)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(Envelope.MAX_LENGTH)
    public OutcomeReceipt record(@NotNull byte[] body, @Context SecurityIdentity identity) {
        return new OutcomeReceipt(outcomes.record(StickPrincipal.of(identity), body), true);
    }
}
