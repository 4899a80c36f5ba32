package org.metalayer.server.evaluation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.platform.Roles;

/** What decides where no person does. */
@Path("/api/v1/policy")
@RunOnVirtualThread
public class PolicyResource {

    @Inject Reports reports;

    @GET
    @RolesAllowed(Roles.VIEWER)
    public PolicyView policy() {
        return PolicyView.of(reports.policy());
    }
}
