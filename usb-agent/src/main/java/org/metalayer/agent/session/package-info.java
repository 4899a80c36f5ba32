/** Short-lived tokens from a signed challenge (docs/protocol.md §3). */
@NullMarked
package org.metalayer.agent.session;

import org.jspecify.annotations.NullMarked;
