package org.metalayer.server.rollout;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** {@code metalayer.rollout.*} as it is written; {@link RolloutSettings} says what it means. */
@ConfigMapping(prefix = "metalayer.rollout")
public interface RolloutConfig {

    /** How often every rollout is looked at; {@code off} for never. */
    String every();

    /** How long a stick must stay healthy before it reports {@code verified}. */
    Duration verifyFor();

    /** How long the seed's commitment stands in the manifest before a rollout starts. */
    Duration notice();

    /** A stick seen so recently is expected to answer a first wave. */
    Duration seenWithin();

    /** How long harm still halts a rollout that is complete. */
    Duration watchFor();

    /** How often sticks that were accepted meanwhile are looked for. */
    Duration joinEvery();

    /** How many test sticks {@code TEST_FIRST} asks. */
    int testSticks();

    Limits wave();

    Limits staged();

    Limits test();

    Limits whole();

    Limits offered();

    /** Limits of one kind of ring. */
    interface Limits {
        double maxFailureRatio();

        double minVerifiedRatio();

        double maxSilentRatio();

        double maxOutstandingRatio();

        Duration soak();
    }
}
