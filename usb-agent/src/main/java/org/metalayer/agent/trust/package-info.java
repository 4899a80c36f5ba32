/** Whom a stick believes: trust metadata from the pinned root on (docs/protocol.md §7). */
@NullMarked
package org.metalayer.agent.trust;

import org.jspecify.annotations.NullMarked;
