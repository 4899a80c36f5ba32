/** The settings of a fleet, which lie on an image's EFI partition. */
@NullMarked
package org.metalayer.image.fleet;

import org.jspecify.annotations.NullMarked;
