/**
 * "If stable", as a pure function of counts: no clock, no database, no configuration. A richer gate
 * takes the place of {@link org.metalayer.server.rollout.gate.RingGate} without touching anything
 * else.
 */
@NullMarked
package org.metalayer.server.rollout.gate;

import org.jspecify.annotations.NullMarked;
