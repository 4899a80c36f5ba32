/** Files that survive a power cut, the same way in every program. */
@NullMarked
package org.metalayer.protocol.io;

import org.jspecify.annotations.NullMarked;
