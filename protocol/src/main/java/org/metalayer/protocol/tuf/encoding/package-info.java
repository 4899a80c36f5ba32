/** Canonical JSON as TUF signs it. */
@NullMarked
package org.metalayer.protocol.tuf.encoding;

import org.jspecify.annotations.NullMarked;
