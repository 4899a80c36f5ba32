/** The agent's loop: one round after the other, until it is told to stop. */
@NullMarked
package org.metalayer.agent.daemon;

import org.jspecify.annotations.NullMarked;
