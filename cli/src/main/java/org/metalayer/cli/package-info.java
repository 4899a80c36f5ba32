/** The verbs of {@code ./metalayer}. */
@NullMarked
package org.metalayer.cli;

import org.jspecify.annotations.NullMarked;
