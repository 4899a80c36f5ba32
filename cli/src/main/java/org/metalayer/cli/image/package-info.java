/** Images that boot. */
@NullMarked
package org.metalayer.cli.image;

import org.jspecify.annotations.NullMarked;
