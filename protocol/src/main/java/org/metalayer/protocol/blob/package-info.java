/** The framing that carries many small files in one request. */
@NullMarked
package org.metalayer.protocol.blob;

import org.jspecify.annotations.NullMarked;
