package org.metalayer.server.platform.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.Sql;

/** Fails in ways that no real endpoint should. */
@Path("/api/v1/faulty")
@RunOnVirtualThread
public class FaultyResource {

    @Inject LiveEvents events;
    @Inject Sql sql;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException("secret of the inside");
    }

    /** Takes for granted that something is there. */
    @GET
    @Path("presumptuous")
    @PermitAll
    @Operation(hidden = true)
    public String presume() {
        return Optional.<String>empty().orElseThrow();
    }

    /** A statement that the database refuses with this SQL state. */
    @POST
    @Path("refused/{state}")
    @PermitAll
    @Operation(hidden = true)
    public void refuse(@PathParam("state") String state) {
        sql.update("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '%s'; END $$".formatted(state));
    }

    @POST
    @Path("rolled-back")
    @PermitAll
    @Operation(hidden = true)
    @Transactional
    public void publishAndFail() {
        events.publish("stick", "rolled-back");
        throw new IllegalStateException("rolled back");
    }

    @POST
    @Path("committed")
    @PermitAll
    @Operation(hidden = true)
    @Transactional
    public void publish() {
        events.publish("stick", "committed");
    }
}
