package org.metalayer.server.fleet;

import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;

/**
 * What was known of a stick when it was seen.
 *
 * @param report digest of what it said it runs; null before it said anything
 */
public record Seen(StickState state, @Nullable Sha256 report) {}
