/** The words of the stick protocol as values: what cannot be parsed cannot exist. */
@NullMarked
package org.metalayer.protocol;

import org.jspecify.annotations.NullMarked;
