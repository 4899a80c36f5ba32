/**
 * Staged delivery: rollouts, their rings and deployments, the outcomes that sticks report, and the
 * signed deployment manifest that says it all.
 */
@NullMarked
package org.metalayer.server.rollout;

import org.jspecify.annotations.NullMarked;
