package org.metalayer.server.access;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of an operator; null leaves it as it is.
 *
 * @param disabled true shuts them out at once, false lets them log in again
 */
public record OperatorChange(@Nullable OperatorRole role, @Nullable Boolean disabled) {}
