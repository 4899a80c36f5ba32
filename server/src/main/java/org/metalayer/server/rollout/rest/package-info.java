/** Rollouts and the deployment manifest over HTTP, and the door for outcomes. */
@NullMarked
package org.metalayer.server.rollout.rest;

import org.jspecify.annotations.NullMarked;
