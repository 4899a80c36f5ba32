package org.metalayer.server.evaluation;

import java.util.UUID;
import org.metalayer.server.access.StickPrincipal;

/** Who may contribute now. A session token is minutes old; this is asked each time. */
public interface ContributorStanding {

    /** Ends the request with 401 unless the fleet knows the stick: it has to enrol again. */
    void requireKnown(UUID stickId);

    /**
     * Ends the request with 403 unless the stick is accepted: a quarantined or retired one still
     * gets upgrades, but its reports are worth nothing. Ends it with 401 where the session may be
     * that of a copy which was told to become another stick.
     */
    void requireContributor(StickPrincipal stick);

    /** Whether the stick is accepted now. */
    boolean mayContribute(UUID stickId);
}
