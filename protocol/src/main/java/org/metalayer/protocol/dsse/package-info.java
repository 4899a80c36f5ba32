/** Signed documents: DSSE envelopes, verified over exactly the bytes received. */
@NullMarked
package org.metalayer.protocol.dsse;

import org.jspecify.annotations.NullMarked;
