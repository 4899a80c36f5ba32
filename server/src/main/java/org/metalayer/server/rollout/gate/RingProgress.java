package org.metalayer.server.rollout.gate;

import java.time.Duration;

/**
 * Where a ring stands at one moment.
 *
 * @param ring the sticks of this ring alone
 * @param before the sticks of all rings before it
 * @param exposed how long the ring has been open, pauses left out
 * @param untilNext how long the plan keeps the next ring closed at least; zero or less when its
 *     time has come
 */
public record RingProgress(Counts ring, Counts before, Duration exposed, Duration untilNext) {}
