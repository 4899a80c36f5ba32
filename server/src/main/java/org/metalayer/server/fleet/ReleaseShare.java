package org.metalayer.server.fleet;

/** How many accepted sticks run one version of a component. */
public record ReleaseShare(String component, int version, long sticks) {}
