package org.metalayer.server.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.access.NewPassword;
import org.metalayer.server.access.Operator;
import org.metalayer.server.access.OperatorChange;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.access.Operators;
import org.metalayer.server.access.Passwords;
import org.metalayer.server.access.Username;
import org.metalayer.server.platform.EnumTexts;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.Roles;
import org.metalayer.server.platform.WordOf;
import org.metalayer.server.platform.rest.ExpectedVersion;

/** Who runs the Main System, and what they may. */
@Path("/api/v1/operators")
@RunOnVirtualThread
public class OperatorResource {

    private static final ProblemType USERNAME_TAKEN =
            new ProblemType("username-taken", "Somebody has this user name", 409);

    @Inject Operators operators;
    @Inject Passwords passwords;

    /** What a new operator needs; without a password one is made up. */
    public record NewOperator(
            @NotNull String username,
            @NotNull @WordOf(OperatorRole.class) String role,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String password) {}

    /** What is to change; the rest stays as it is. */
    public record OperatorPatch(
            @JsonInclude(JsonInclude.Include.NON_NULL) @WordOf(OperatorRole.class)
                    @Nullable String role,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean disabled) {}

    /** The new password; without one, one is made up. */
    public record PasswordReset(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String password) {}

    /** Everybody, by name. */
    @GET
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Page<OperatorView> list() {
        List<OperatorView> all =
                operators.all().stream().map(operator -> OperatorView.of(operator)).toList();
        return new Page<>(all, null, all.size());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RestResponse<OperatorView> operator(@PathParam("id") UUID id) {
        return tagged(operators.find(id));
    }

    /** The answer is the only place where a made-up password ever stands. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMINISTRATOR)
    public OperatorView add(@NotNull @Valid NewOperator wanted) {
        Username username = new Username(wanted.username());
        OperatorRole role = EnumTexts.required("role", wanted.role(), OperatorRole.class);
        Chosen chosen = choose(wanted.password());
        Operator added =
                operators
                        .add(username, role, chosen.password())
                        .orElseThrow(() ->
                                USERNAME_TAKEN.because(
                                        "there is a %s already; choose another name"
                                                .formatted(username.text())));
        return OperatorView.of(added, chosen.generated());
    }

    /** Gives a role, disables or enables. */
    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RestResponse<OperatorView> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid OperatorPatch patch) {
        OperatorChange change =
                new OperatorChange(
                        EnumTexts.parse("role", patch.role(), OperatorRole.class),
                        patch.disabled());
        return tagged(operators.change(id, ExpectedVersion.of(ifMatch), change));
    }

    /** Gives a password to who has lost theirs, and ends their sessions. */
    @POST
    @Path("{id}/password")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public OperatorView setPassword(
            @PathParam("id") UUID id, @NotNull @Valid PasswordReset wanted) {
        Chosen chosen = choose(wanted.password());
        Operator changed = operators.setPassword(id, chosen.password());
        return OperatorView.of(changed, chosen.generated());
    }

    private record Chosen(NewPassword password, @Nullable NewPassword generated) {}

    private Chosen choose(@Nullable String wanted) {
        if (wanted != null) {
            return new Chosen(new NewPassword(wanted), null);
        }
        NewPassword generated = passwords.generate();
        return new Chosen(generated, generated);
    }

    private static RestResponse<OperatorView> tagged(Operator operator) {
        return RestResponse.ResponseBuilder.ok(OperatorView.of(operator))
                .header("ETag", "\"%d\"".formatted(operator.version()))
                .build();
    }
}
