/** Images, disks and computers for tests. */
@NullMarked
package org.metalayer.image.harness;

import org.jspecify.annotations.NullMarked;
