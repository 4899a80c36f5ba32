package org.metalayer.server.rollout.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an operator does what they do; it stands in the rollout for everybody to read. */
public record VerbRequest(@NotBlank @Size(max = 500) String reason) {}
