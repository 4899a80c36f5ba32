/** Rules that hold for the whole image builder. */
@NullMarked
package org.metalayer.image;

import org.jspecify.annotations.NullMarked;
