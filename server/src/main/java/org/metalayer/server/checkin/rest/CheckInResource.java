package org.metalayer.server.checkin.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.checkin.CheckIn;
import org.metalayer.server.checkin.CheckIns;
import org.metalayer.server.fleet.CheckInInterval;
import org.metalayer.server.fleet.StickState;
import org.metalayer.server.platform.Roles;

/** A stick's report of its state: never an authorisation, what to install comes from the feed. */
@Path("/api/v1/stick/check-ins")
@RunOnVirtualThread
public class CheckInResource {

    @Inject CheckIns checkIns;
    @Inject CheckInInterval interval;
    @Inject InstantSource clock;

    /** Protocol §4. */
    @POST
    @RolesAllowed(Roles.STICK)
    @Consumes(MediaType.APPLICATION_JSON)
    public CheckInAnswer checkIn(byte @Nullable [] body, @Context SecurityIdentity identity) {
        // Not @NotNull: its interceptor takes a seventh of the whole request's time.
        byte[] given = body == null ? new byte[0] : body;
        StickState state = checkIns.record(StickPrincipal.of(identity), CheckIn.parse(given));
        return new CheckInAnswer(clock.instant(), interval.seconds(), state.text());
    }
}
