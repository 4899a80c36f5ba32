/**
 * The stick's ledger: an append-only chain of everything that it recorded, sent, and that was done
 * to it. Content can be deleted, and the chain still shows that nothing else was. No I/O.
 */
@NullMarked
package org.metalayer.protocol.ledger;

import org.jspecify.annotations.NullMarked;
