/**
 * Merkle trees of RFC 9162 §2.1 over SHA-256, which anybody can check that nothing was taken out of
 * a log, added to it or put in another order. No I/O.
 */
@NullMarked
package org.metalayer.protocol.merkle;

import org.jspecify.annotations.NullMarked;
