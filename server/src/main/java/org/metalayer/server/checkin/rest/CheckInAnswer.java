package org.metalayer.server.checkin.rest;

import java.time.Instant;

/** The answer to a check-in (protocol §4). */
public record CheckInAnswer(Instant serverTime, int nextCheckInSeconds, String state) {}
