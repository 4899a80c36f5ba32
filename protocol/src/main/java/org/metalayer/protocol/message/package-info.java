/** The messages of docs/protocol.md, parsed at the edge. */
@NullMarked
package org.metalayer.protocol.message;

import org.jspecify.annotations.NullMarked;
