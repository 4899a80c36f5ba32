package org.metalayer.server.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says whose feed this is, to whoever finds the address. */
@Path("/feed/v1")
public class FeedResource {

    private final About about;

    @Inject
    FeedResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.about = new About("Meta Layer", version);
    }

    /** The Main System behind a feed. */
    public record About(String name, String version) {}

    /** Protocol §7. */
    @GET
    @PermitAll
    @NonBlocking
    public About about() {
        return about;
    }
}
