package org.metalayer.server.fleet.rest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.metalayer.server.fleet.StickState;

/** What an operator can do to a stick. */
enum StickVerb {
    ACCEPT(StickState.ACCEPTED),
    REJECT(StickState.REJECTED),
    RETIRE(StickState.RETIRED);

    private final StickState outcome;

    StickVerb(StickState outcome) {
        this.outcome = outcome;
    }

    /** Those possible now, as the dashboard offers them. */
    static List<String> allowed(StickState state) {
        return Stream.of(values())
                .filter(verb -> state.mayBecome(verb.outcome))
                .map(verb -> verb.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
