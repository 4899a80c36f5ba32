/** Images as releases of the component {@code os}. */
@NullMarked
package org.metalayer.image.release;

import org.jspecify.annotations.NullMarked;
