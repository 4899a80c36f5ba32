/** The regular report of state (docs/protocol.md §4). */
@NullMarked
package org.metalayer.agent.checkin;

import org.jspecify.annotations.NullMarked;
