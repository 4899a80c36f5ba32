package org.metalayer.server.overview.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.metalayer.server.overview.Overview;
import org.metalayer.server.overview.OverviewView;
import org.metalayer.server.platform.Roles;

/** The first screen in one request. */
@Path("/api/v1/overview")
@RunOnVirtualThread
public class OverviewResource {

    @Inject Overview overview;

    @GET
    @RolesAllowed(Roles.VIEWER)
    public OverviewView overview() {
        return overview.now();
    }
}
