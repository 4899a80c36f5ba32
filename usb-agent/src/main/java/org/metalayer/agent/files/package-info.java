/**
 * Durable, atomic work on the files of a stick, and the knowledge of what changed in them.
 *
 * <p>Everything here keeps to Linux and never follows a symbolic link below a component. {@link
 * org.metalayer.agent.files.StorageFaults} is the seam at which tests end the process.
 */
@NullMarked
package org.metalayer.agent.files;

import org.jspecify.annotations.NullMarked;
