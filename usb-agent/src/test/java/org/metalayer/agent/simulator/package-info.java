/** A Main System in miniature: the real protocol with real signatures, and faults on demand. */
@NullMarked
package org.metalayer.agent.simulator;

import org.jspecify.annotations.NullMarked;
