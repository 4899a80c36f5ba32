/** The verbs of {@code ./metalayer image}. */
@NullMarked
package org.metalayer.image.cli;

import org.jspecify.annotations.NullMarked;
