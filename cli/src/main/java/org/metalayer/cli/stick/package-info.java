/** The verbs of a stick's owner, and virtual sticks on this computer. */
@NullMarked
package org.metalayer.cli.stick;

import org.jspecify.annotations.NullMarked;
