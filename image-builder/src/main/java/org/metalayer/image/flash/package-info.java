/** Brings an image to a stick or into a file. */
@NullMarked
package org.metalayer.image.flash;

import org.jspecify.annotations.NullMarked;
