/** The verbs about rollouts and the deployment manifest. */
@NullMarked
package org.metalayer.cli.rollout;

import org.jspecify.annotations.NullMarked;
