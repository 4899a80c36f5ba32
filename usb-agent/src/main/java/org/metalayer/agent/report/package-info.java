/** Upgrade reports: made durable on the stick, sent once (docs/protocol.md §5). */
@NullMarked
package org.metalayer.agent.report;

import org.jspecify.annotations.NullMarked;
