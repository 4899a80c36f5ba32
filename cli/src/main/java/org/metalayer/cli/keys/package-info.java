/** The verbs of those who keep keys: making, showing, signing and bringing trust metadata. */
@NullMarked
package org.metalayer.cli.keys;

import org.jspecify.annotations.NullMarked;
