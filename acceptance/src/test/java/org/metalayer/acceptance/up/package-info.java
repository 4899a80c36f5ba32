/** {@code ./metalayer up}: one command that starts everything, and ends everything it started. */
@NullMarked
package org.metalayer.acceptance.up;

import org.jspecify.annotations.NullMarked;
