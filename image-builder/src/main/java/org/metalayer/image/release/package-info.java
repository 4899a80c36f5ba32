/** Images and agents as releases of the components {@code os} and {@code agent}. */
@NullMarked
package org.metalayer.image.release;

import org.jspecify.annotations.NullMarked;
