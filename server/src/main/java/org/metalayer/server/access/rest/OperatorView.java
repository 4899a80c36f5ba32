package org.metalayer.server.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.access.NewPassword;
import org.metalayer.server.access.Operator;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.platform.WordOf;

/** An operator; {@code password} stands only in the answer that made it up. */
public record OperatorView(
        UUID id,
        int version,
        String username,
        @WordOf(OperatorRole.class) String role,
        boolean disabled,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String password) {

    static OperatorView of(Operator operator) {
        return of(operator, null);
    }

    static OperatorView of(Operator operator, @Nullable NewPassword generated) {
        return new OperatorView(
                operator.id(),
                operator.version(),
                operator.username(),
                operator.role().text(),
                operator.disabledAt().isPresent(),
                operator.createdAt(),
                generated == null ? null : generated.text());
    }
}
