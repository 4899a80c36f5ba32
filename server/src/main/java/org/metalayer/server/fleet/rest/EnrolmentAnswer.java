package org.metalayer.server.fleet.rest;

import java.time.Instant;
import java.util.UUID;

/** The answer to an enrolment (protocol §2). */
public record EnrolmentAnswer(
        UUID stickId, String state, Instant serverTime, int retryAfterSeconds, TrustView trust) {}
