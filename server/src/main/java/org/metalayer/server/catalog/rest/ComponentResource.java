package org.metalayer.server.catalog.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.Component;
import org.metalayer.server.catalog.ReleaseView;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Roles;

/** Components and who improved them. */
@Path("/api/v1/components")
@RunOnVirtualThread
public class ComponentResource {

    @Inject Catalog catalog;

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<ComponentView> components(
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        return catalog.components(new PageRequest(limit, null).limit(), after)
                .map(ComponentView::of);
    }

    @GET
    @Path("{name}")
    @RolesAllowed(Roles.VIEWER)
    public ComponentView component(@PathParam("name") String name) {
        return ComponentView.of(find(name));
    }

    @GET
    @Path("{name}/lineage")
    @RolesAllowed(Roles.VIEWER)
    public LineageView lineage(@PathParam("name") String name) {
        return new LineageView(
                catalog.lineage(find(name).name()).stream().map(ReleaseView::of).toList());
    }

    private Component find(String name) {
        return catalog.component(new ComponentName(name))
                .orElseThrow(() -> new NoSuchThingException("component " + name));
    }
}
