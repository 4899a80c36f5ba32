/**
 * TUF metadata (specification 1.0.34 §4) as immutable values. Whatever the specification forbids
 * cannot be read: a threshold below one, one public key under two ids, a keyid that is not the
 * digest of its key, a version below one.
 *
 * <p>{@link org.metalayer.protocol.tuf.model.SignedMetadata} keeps the bytes it was read from;
 * signatures are verified over the canonical form of what was received, so that members this
 * version does not know stay covered.
 */
@NullMarked
package org.metalayer.protocol.tuf.model;

import org.jspecify.annotations.NullMarked;
