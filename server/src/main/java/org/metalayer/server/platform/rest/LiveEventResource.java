package org.metalayer.server.platform.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.metalayer.server.platform.LiveEvent;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.Roles;

/** The dashboard's live connection. */
@Path("/api/v1/events")
public class LiveEventResource {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A stream ends by itself, so that a session that has run out does not listen for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Inject LiveEvents events;

    /** Server-sent events; the first line comes at once, so that a client knows it is connected. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = LiveEvent.class)))
    @RolesAllowed(Roles.VIEWER)
    public Multi<OutboundSseEvent> events(@Context Sse sse, @Context SecurityIdentity identity) {
        Multi<OutboundSseEvent> heartbeats =
                Multi.createFrom()
                        .ticks()
                        .every(HEARTBEAT)
                        .onOverflow()
                        .drop()
                        .map(tick -> sse.newEventBuilder().comment("live").build());
        Multi<OutboundSseEvent> news = events.watch().map(event -> render(sse, event));
        Multi<String> end = events.dismissals(identity.getPrincipal().getName());
        return until(end, Multi.createBy().merging().streams(heartbeats, news))
                .select()
                .first(LONGEST);
    }

    private static <T> Multi<T> until(Multi<?> end, Multi<T> stream) {
        return Multi.createBy()
                .merging()
                .streams(stream.map(Optional::of), end.map(any -> Optional.<T>empty()))
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private static OutboundSseEvent render(Sse sse, LiveEvent event) {
        return sse.newEventBuilder()
                .name(event.type())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(event)
                .build();
    }
}
