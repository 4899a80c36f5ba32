/** The disks of this computer, and which of them may be overwritten. */
@NullMarked
package org.metalayer.image.disk;

import org.jspecify.annotations.NullMarked;
