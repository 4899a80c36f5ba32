package org.metalayer.server.rollout.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.metalayer.server.catalog.trust.ListedTarget;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.rollout.Manifests;

/** The deployment manifest as the sticks get it, opened for reading. */
@Path("/api/v1/deployment-manifest")
@NonBlocking
public class ManifestResource {

    @Inject Manifests manifests;

    /**
     * {@code payload} is the manifest, {@code director} the signed metadata that names it by length
     * and digest; both are the exact bytes that sticks get.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    public String manifest() {
        ListedTarget newest = manifests.newest();
        return "{\"payload\":%s,\"director\":%s}"
                .formatted(text(newest.target()), text(newest.metadata()));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
