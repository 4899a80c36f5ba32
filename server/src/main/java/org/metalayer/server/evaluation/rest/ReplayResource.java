package org.metalayer.server.evaluation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.metalayer.server.evaluation.Replays;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.Roles;

/** The nightly proof that decisions can be taken again to the same bytes. */
@Path("/api/v1/policies/replays")
@RunOnVirtualThread
public class ReplayResource {

    @Inject Replays replays;

    /** The last thirty, newest first. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<ReplayView> list() {
        List<ReplayView> all = replays.all().stream().map(ReplayView::of).toList();
        return new Page<>(all, null, all.size());
    }

    /** Does it now. */
    @POST
    @RolesAllowed(Roles.OPERATOR)
    public ReplayView replay() {
        return replays.now().map(ReplayView::of).orElseThrow();
    }
}
