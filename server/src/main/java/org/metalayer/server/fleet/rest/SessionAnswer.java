package org.metalayer.server.fleet.rest;

import java.time.Instant;
import java.util.UUID;

/** A new session of a stick (protocol §3). */
public record SessionAnswer(
        String token, long expiresInSeconds, UUID stickId, String state, Instant serverTime) {}
