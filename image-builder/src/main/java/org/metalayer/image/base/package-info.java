/** What every part needs: its failures and the seam to whoever watches. */
@NullMarked
package org.metalayer.image.base;

import org.jspecify.annotations.NullMarked;
