package org.metalayer.server.evaluation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;

/**
 * What a person decides.
 *
 * @param strategy how an approved report goes out; the usual one of its type where it is not given
 */
public record HumanDecisionRequest(
        @NotNull @Pattern(regexp = "approve|reject") String verdict,
        @Nullable Strategy strategy,
        @NotBlank @Size(max = 2000) String reason) {}
