package org.metalayer.server.catalog.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.ReleaseView;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Roles;

/** Releases, newest first. */
@Path("/api/v1/releases")
@RunOnVirtualThread
public class ReleaseResource {

    @Inject Catalog catalog;

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<ReleaseView> releases(
            @QueryParam("component") @Nullable String component,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return catalog.page(component, PageRequest.of(limit, after)).map(ReleaseView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    public ReleaseView release(@PathParam("id") UUID id) {
        return catalog.find(id)
                .map(release -> ReleaseView.of(release, catalog.files(id)))
                .orElseThrow(() -> new NoSuchThingException("release " + id));
    }
}
