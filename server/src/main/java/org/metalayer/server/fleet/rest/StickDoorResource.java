package org.metalayer.server.fleet.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.server.fleet.Enrolments;
import org.metalayer.server.fleet.Stick;
import org.metalayer.server.fleet.StickSessions;
import org.metalayer.server.platform.RootOfTrust;
import org.metalayer.server.platform.rest.BodyLimit;
import org.metalayer.server.platform.rest.ClientAddress;

/**
 * What a stick asks before it has a session. Open to everybody: the signature in the body proves
 * who asks.
 */
@Path("/api/v1/stick")
@RunOnVirtualThread
public class StickDoorResource {

    private static final int RETRY_AFTER_SECONDS = 5;

    /** Many strangers may knock at once: each takes little memory. */
    private static final int MAX_KNOCK = 16 << 10;

    @Inject Enrolments enrolments;
    @Inject StickSessions sessions;
    @Inject RootOfTrust root;
    @Inject InstantSource clock;

    /** Protocol §2. */
    @POST
    @Path("enrolments")
    @PermitAll
    @BodyLimit(MAX_KNOCK)
    @Consumes(MediaType.APPLICATION_JSON)
    public EnrolmentAnswer enrol(@NotNull byte[] envelope, @Context HttpServerRequest request) {
        String address = ClientAddress.of(request);
        enrolments.admit(address);
        Stick stick = enrolments.enrol(Enrolment.verify(Envelope.parse(envelope)), address);
        return new EnrolmentAnswer(
                stick.id(),
                stick.state().text(),
                clock.instant(),
                RETRY_AFTER_SECONDS,
                TrustView.of(root));
    }

    /** Protocol §3. */
    @POST
    @Path("session-challenges")
    @PermitAll
    @BodyLimit(MAX_KNOCK)
    public ChallengeAnswer challenge(@Context HttpServerRequest request) {
        sessions.admit(ClientAddress.of(request));
        return new ChallengeAnswer(
                sessions.challenge(),
                clock.instant(),
                StickSessions.CHALLENGE_LIFETIME.toSeconds());
    }

    /** Protocol §3. */
    @POST
    @Path("sessions")
    @PermitAll
    @BodyLimit(MAX_KNOCK)
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionAnswer open(@NotNull byte[] envelope, @Context HttpServerRequest request) {
        String address = ClientAddress.of(request);
        sessions.admit(address);
        return SessionAnswer.of(sessions.open(Envelope.parse(envelope), address), clock.instant());
    }
}
