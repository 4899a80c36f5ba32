/** Tests of the launcher's shell functions; each runs in a bash of its own. */
@NullMarked
package org.metalayer.launcher;

import org.jspecify.annotations.NullMarked;
