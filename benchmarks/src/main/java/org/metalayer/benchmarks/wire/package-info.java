/** Sticks that speak the protocol without an agent. */
@NullMarked
package org.metalayer.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
