/**
 * The owner's ledger on the stick: everything that was recorded, sent and deleted, in the order in
 * which it happened. What cannot be written down here does not happen.
 */
@NullMarked
package org.metalayer.agent.ledger;

import org.jspecify.annotations.NullMarked;
