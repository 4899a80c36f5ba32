package org.metalayer.server.fleet.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.fleet.EnrolmentCode;

/** An enrolment code; {@code code} itself stands only in the answer to its creation. */
public record EnrolmentCodeView(
        UUID id,
        String note,
        int uses,
        int used,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code) {

    static EnrolmentCodeView of(EnrolmentCode code, @Nullable String secret) {
        return new EnrolmentCodeView(
                code.id(),
                code.note(),
                code.uses(),
                code.used(),
                code.createdAt(),
                code.createdBy(),
                code.expiresAt(),
                secret);
    }
}
