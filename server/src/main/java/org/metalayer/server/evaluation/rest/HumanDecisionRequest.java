package org.metalayer.server.evaluation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;

/**
 * What a person decides.
 *
 * @param strategy how an approved report goes out; the usual one of its type where it is not given
 * @param onVersion the component's newest release that the person knows of, 0 for none; where it is
 *     not given, the one that the report was examined with
 */
public record HumanDecisionRequest(
        @NotNull @Pattern(regexp = "approve|reject") String verdict,
        @Nullable Strategy strategy,
        @Nullable @PositiveOrZero Integer onVersion,
        @NotBlank @Size(max = 2000) String reason) {}
