/**
 * The renewal ratchet, which shows when a stick was copied (docs/protocol.md §3, docs/adr/0015). No
 * I/O: the Main System, the agent and the property tests run the same rules.
 */
@NullMarked
package org.metalayer.protocol.ratchet;

import org.jspecify.annotations.NullMarked;
