package org.metalayer.server.evaluation.rest;

/** How many files of a pack are stored now. */
public record StoredView(int stored) {}
