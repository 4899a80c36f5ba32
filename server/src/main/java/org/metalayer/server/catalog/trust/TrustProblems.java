package org.metalayer.server.catalog.trust;

import org.metalayer.server.platform.ProblemType;

/** What can be wrong with metadata, whoever brings it, and with the keys that sign it. */
final class TrustProblems {

    static final ProblemType REFUSED =
            new ProblemType("metadata-refused", "Sticks would not accept this metadata", 422);

    static final ProblemType SUPERSEDED =
            new ProblemType("signing-superseded", "Something else awaits a signature now", 409);

    static final ProblemType KEY_MISSING =
            new ProblemType("key-missing", "The Main System lacks a key that it signs with", 503);

    private TrustProblems() {}
}
