package org.metalayer.server.catalog.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Set;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.catalog.trust.TrustRole;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.rest.BodyLimit;

/** Which keys sign for what, what awaits a signature, and where signed metadata is brought. */
@Path("/api/v1/trust")
@RunOnVirtualThread
public class TrustResource {

    /** Base64 of twenty files that a role's largest metadata fits into. */
    private static final int MAX_SUBMISSION = 24 << 20;

    /** Whoever changes these changes who is trusted at all. */
    private static final Set<String> OF_ADMINISTRATORS =
            Set.of(TrustRole.ROOT.wire(), TrustRole.TARGETS.wire());

    @Inject Trust trust;

    @GET
    @RolesAllowed(Roles.VIEWER)
    public TrustOverview trust() {
        return TrustOverview.of(trust.status(), trust.signings());
    }

    /** A file to carry to the machine with the keys. */
    @GET
    @Path("signing-file")
    @RolesAllowed(Roles.VIEWER)
    public SigningFileView signingFile() {
        return SigningFileView.of(trust.signings(), trust.status());
    }

    /** Publishes what people signed, if sticks would accept it. */
    @POST
    @Path("metadata")
    @RolesAllowed(Roles.OPERATOR)
    @BodyLimit(MAX_SUBMISSION)
    public TrustOverview publish(
            @NotNull @Valid TrustSubmission submission, @Context SecurityIdentity identity) {
        boolean changesKeys =
                submission.documents().stream()
                        .anyMatch(document -> OF_ADMINISTRATORS.contains(document.role()));
        if (changesKeys && !identity.hasRole(Roles.ADMINISTRATOR)) {
            throw ProblemType.FORBIDDEN.because(
                    "only an administrator brings a new root or targets: ask one of them");
        }
        trust.publish(submission.documents().stream().map(TrustDocumentView::toDocument).toList());
        return trust();
    }
}
