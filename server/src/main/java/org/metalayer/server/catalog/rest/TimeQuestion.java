package org.metalayer.server.catalog.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A stick asks for the time.
 *
 * @param nonce random, so that the answer cannot be an old one
 */
public record TimeQuestion(@NotNull @Pattern(regexp = "[0-9a-f]{32}") String nonce) {}
