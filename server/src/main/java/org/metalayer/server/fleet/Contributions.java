package org.metalayer.server.fleet;

/**
 * What a stick gave to the fleet.
 *
 * @param reports upgrade reports received from it
 * @param released how many of them became a release
 */
public record Contributions(long reports, long released) {

    public static final Contributions NONE = new Contributions(0, 0);
}
