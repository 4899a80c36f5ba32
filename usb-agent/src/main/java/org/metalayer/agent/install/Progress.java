package org.metalayer.agent.install;

import java.time.Duration;

/** What came of one step. */
sealed interface Progress {

    /** Go on from here, at once. */
    record Next(Installation installation) implements Progress {}

    /** Nothing to do before this time has passed. */
    record Later(Duration pause) implements Progress {}
}
