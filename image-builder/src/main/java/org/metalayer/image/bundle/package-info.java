/** Images that were built, and the documents beside them. */
@NullMarked
package org.metalayer.image.bundle;

import org.jspecify.annotations.NullMarked;
