/** Makes an image from a recipe. */
@NullMarked
package org.metalayer.image.build;

import org.jspecify.annotations.NullMarked;
