package org.metalayer.server.catalog.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.SignedTime;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.platform.RateLimiter;
import org.metalayer.server.platform.rest.BodyLimit;
import org.metalayer.server.platform.rest.ClientAddress;

/**
 * Tells a stick what time it is, signed together with its nonce (protocol §7): whether metadata has
 * expired must not depend on a foreign computer's clock. Without identity and without database.
 */
@Path("/api/v1/stick/time")
@RunOnVirtualThread
public class TimeResource {

    private static final int MAX_QUESTION = 1 << 10;

    /** A house full of sticks behind one address, each asking at its start and now and then. */
    private final RateLimiter limiter = new RateLimiter(120, Duration.ofMinutes(1));

    @Inject Trust trust;
    @Inject InstantSource clock;

    @POST
    @PermitAll
    @BodyLimit(MAX_QUESTION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] time(@NotNull @Valid TimeQuestion question, @Context HttpServerRequest request) {
        limiter.require(
                ClientAddress.of(request),
                clock.instant(),
                "this address asks for the time too often");
        SignedTime answer = new SignedTime(question.nonce(), clock.instant());
        return trust.sign(PayloadType.TIME, Json.write(answer.write())).encode();
    }
}
