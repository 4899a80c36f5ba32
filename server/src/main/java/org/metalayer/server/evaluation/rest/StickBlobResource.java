package org.metalayer.server.evaluation.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.evaluation.UploadProgress;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.BodyLimit;
import org.metalayer.server.platform.rest.HangUp;
import org.metalayer.server.platform.rest.PackRoom;
import org.metalayer.server.platform.rest.PlacesPerSender;

/** Where sticks upload the files of their reports (docs/protocol.md §5). */
@Path("/api/v1/stick/blobs")
@RunOnVirtualThread
public class StickBlobResource {

    private static final String OFFSET = "Upload-Offset";
    private static final String COMPLETE = "Upload-Complete";
    private static final int MAX_PART = 16 << 20;

    @Inject Reports reports;
    @Inject PlacesPerSender places;
    @Inject PackRoom room;
    @Inject HangUp hangUp;

    /** Many small files at once: all of them are stored, or none. */
    @POST
    @RolesAllowed(Roles.STICK)
    @Consumes(BlobPack.MEDIA_TYPE)
    @BodyLimit(BlobPack.MAX_PACK_SIZE)
    public StoredView pack(
            @NotNull InputStream body,
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity)
            throws IOException {
        StickPrincipal stick = StickPrincipal.of(identity);
        try (PlacesPerSender.Place _ = places.take(stick.stickId());
                InputStream pack =
                        room.take(
                                stick.stickId(), headers.getLength(), body, hangUp.afterAnswer())) {
            return new StoredView(reports.storePack(stick, pack, headers.getLength()));
        }
    }

    /** How much of a file is here; one that lacks only its row is read for that. */
    @HEAD
    @Path("{sha256}")
    @RolesAllowed(Roles.STICK)
    public Response offset(@PathParam("sha256") String sha256, @Context SecurityIdentity identity) {
        StickPrincipal stick = StickPrincipal.of(identity);
        try (PlacesPerSender.Place _ = places.take(stick.stickId())) {
            return answer(Response.ok(), reports.progress(stick, new Sha256(sha256)));
        }
    }

    /** Appends the next part of a file; the last one has its digest checked. */
    @PATCH
    @Path("{sha256}")
    @RolesAllowed(Roles.STICK)
    @BodyLimit(MAX_PART)
    public Response append(
            @PathParam("sha256") String sha256,
            @HeaderParam(OFFSET) @NotNull @PositiveOrZero Long offset,
            @Nullable InputStream body,
            @Context SecurityIdentity identity) {
        InputStream part = body == null ? InputStream.nullInputStream() : body;
        StickPrincipal stick = StickPrincipal.of(identity);
        try (PlacesPerSender.Place _ = places.take(stick.stickId())) {
            return answer(
                    Response.noContent(), reports.append(stick, new Sha256(sha256), offset, part));
        }
    }

    private static Response answer(Response.ResponseBuilder response, UploadProgress progress) {
        return response.header(OFFSET, progress.offset())
                .header(COMPLETE, progress.complete() ? "?1" : "?0")
                .build();
    }
}
