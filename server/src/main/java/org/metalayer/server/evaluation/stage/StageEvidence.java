package org.metalayer.server.evaluation.stage;

/** A stage and what it found. */
public record StageEvidence(String stage, Finding finding) {}
