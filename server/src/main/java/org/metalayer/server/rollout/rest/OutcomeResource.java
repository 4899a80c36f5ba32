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
import java.io.IOException;
import java.io.InputStream;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.BodyLimit;
import org.metalayer.server.platform.rest.WholeBodies;
import org.metalayer.server.rollout.Outcomes;

/** Where sticks say what came of an offer (docs/protocol.md §8). */
@Path("/api/v1/stick/outcomes")
@RunOnVirtualThread
public class OutcomeResource {

    /** Room for the longest list of kept files. */
    private static final int MAX_OUTCOME = 4 << 20;

    @Inject Outcomes outcomes;
    @Inject WholeBodies bodies;

    @POST
    @RolesAllowed(Roles.STICK)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(MAX_OUTCOME)
    public OutcomeReceipt record(@NotNull InputStream body, @Context SecurityIdentity identity)
            throws IOException {
        StickPrincipal stick = StickPrincipal.of(identity);
        return new OutcomeReceipt(
                bodies.use(stick.stickId(), body, envelope -> outcomes.record(stick, envelope)),
                true);
    }
}
