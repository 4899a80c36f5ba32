package org.metalayer.server.fleet.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.access.StickTokens;
import org.metalayer.server.fleet.StickSessions;

/**
 * A new session of a stick (protocol §3).
 *
 * @param epoch to be shown at the next renewal, with its nonce; null where the stick is to keep
 *     what it has
 * @param notices what its owner should know
 */
public record SessionAnswer(
        String token,
        long expiresInSeconds,
        UUID stickId,
        String state,
        Instant serverTime,
        @Nullable Long epoch,
        @Nullable String epochNonce,
        List<String> notices) {

    static SessionAnswer of(StickSessions.Opened opened, Instant now) {
        return new SessionAnswer(
                opened.token(),
                StickTokens.LIFETIME.toSeconds(),
                opened.stick().id(),
                opened.stick().state().text(),
                now,
                opened.position().map(StickSessions.Position::epoch).orElse(null),
                opened.position().map(StickSessions.Position::nonce).orElse(null),
                opened.notices().stream().sorted().toList());
    }
}
