package org.metalayer.server.evaluation;

import java.util.UUID;

/** Who may contribute now. A session token is minutes old; this is asked each time. */
public interface ContributorStanding {

    /** Ends the request with 401 unless the fleet knows the stick: it has to enrol again. */
    void requireKnown(UUID stickId);

    /**
     * Ends the request with 403 unless the stick is accepted: a quarantined or retired one still
     * gets upgrades, but its reports are worth nothing.
     */
    void requireContributor(UUID stickId);

    /** Whether the stick is accepted now. */
    boolean mayContribute(UUID stickId);
}
