/** Strategies as plans of rings: who, when at the earliest, and what must be shown before more. */
@NullMarked
package org.metalayer.server.rollout.plan;

import org.jspecify.annotations.NullMarked;
