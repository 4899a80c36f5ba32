/** {@code up}: a whole system on one computer, from its first process to its last. */
@NullMarked
package org.metalayer.cli.up;

import org.jspecify.annotations.NullMarked;
