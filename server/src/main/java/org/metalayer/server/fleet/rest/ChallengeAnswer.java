package org.metalayer.server.fleet.rest;

import java.time.Instant;

/** A text for a stick to sign (protocol §3). */
public record ChallengeAnswer(String challenge, Instant serverTime, long expiresInSeconds) {}
