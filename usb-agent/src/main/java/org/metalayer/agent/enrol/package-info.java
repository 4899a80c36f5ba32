/** Joining the fleet and pinning whom to believe (docs/protocol.md §2). */
@NullMarked
package org.metalayer.agent.enrol;

import org.jspecify.annotations.NullMarked;
