package org.metalayer.server.catalog.trust;

import org.metalayer.server.platform.ProblemType;

/** What can be wrong with metadata that a person brings. */
final class TrustProblems {

    static final ProblemType REFUSED =
            new ProblemType("metadata-refused", "Sticks would not accept this metadata", 422);

    static final ProblemType SUPERSEDED =
            new ProblemType("signing-superseded", "Something else awaits a signature now", 409);

    private TrustProblems() {}
}
