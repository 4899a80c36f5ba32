package org.metalayer.server.rollout.rest;

import java.util.UUID;

/** The answer to an outcome (docs/protocol.md §8). */
public record OutcomeReceipt(UUID outcomeId, boolean recorded) {}
