/** The familiar verbs of {@code ./metalayer}. */
@NullMarked
package org.metalayer.acceptance.verbs;

import org.jspecify.annotations.NullMarked;
