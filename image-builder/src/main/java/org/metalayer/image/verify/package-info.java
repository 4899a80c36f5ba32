/** Says what of an image or of a stick is as it was built. */
@NullMarked
package org.metalayer.image.verify;

import org.jspecify.annotations.NullMarked;
