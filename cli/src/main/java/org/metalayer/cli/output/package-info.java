/** Text for people: aligned, safe for the terminal, coloured only where that helps. */
@NullMarked
package org.metalayer.cli.output;

import org.jspecify.annotations.NullMarked;
