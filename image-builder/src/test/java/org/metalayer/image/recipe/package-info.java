/** Tests of the recipe's scripts and units, which run on sticks. */
@NullMarked
package org.metalayer.image.recipe;

import org.jspecify.annotations.NullMarked;
