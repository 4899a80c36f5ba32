package org.metalayer.image.fleet;

/** A fleet, as a stick has to know it at its first start. */
public record Fleet(FleetSettings settings, FirstRoot root) {}
