/** The machine's own programs for partition tables and file systems, as child processes. */
@NullMarked
package org.metalayer.image.tool;

import org.jspecify.annotations.NullMarked;
