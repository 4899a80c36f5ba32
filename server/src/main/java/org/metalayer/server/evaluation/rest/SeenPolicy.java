package org.metalayer.server.evaluation.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.metalayer.protocol.Sha256;

/** The digest of the version that somebody saw, and answers for. */
public record SeenPolicy(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {

    Sha256 digest() {
        return new Sha256(sha256);
    }
}
