package org.metalayer.server.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.access.ApiToken;
import org.metalayer.server.access.ApiTokens;

/** A bearer token; {@code token} itself stands only in the answer to its creation. */
public record ApiTokenView(
        UUID id,
        String name,
        Instant createdAt,
        Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    static ApiTokenView of(ApiToken token) {
        return new ApiTokenView(
                token.id(), token.name(), token.createdAt(), token.expiresAt(), null);
    }

    static ApiTokenView of(ApiTokens.Created created) {
        ApiToken token = created.token();
        return new ApiTokenView(
                token.id(), token.name(), token.createdAt(), token.expiresAt(), created.secret());
    }
}
