package org.metalayer.server.evaluation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.evaluation.attest.Statements;
import org.metalayer.server.platform.Roles;

/** Signed evidence of the stages, and the keys to verify it. */
@Path("/api/v1")
@RunOnVirtualThread
public class VettingResource {

    /** A key that signed evidence. */
    public record VettingKeyView(String keyid, String publicKey) {}

    @Inject Statements statements;

    /** A DSSE envelope around an in-toto statement, byte for byte as it was signed. */
    @GET
    @Path("vetting-statements/{sha256}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    public byte[] statement(@PathParam("sha256") String sha256) {
        return statements.envelope(new Sha256(sha256));
    }

    @GET
    @Path("vetting-keys")
    @RolesAllowed(Roles.VIEWER)
    public List<VettingKeyView> keys() {
        return statements.keys().stream()
                .map(key -> new VettingKeyView(key.keyId(), key.base64()))
                .toList();
    }
}
