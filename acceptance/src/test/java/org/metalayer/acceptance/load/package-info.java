/** More at once than a Main System can do: everybody gets an answer, and it rests afterwards. */
@NullMarked
package org.metalayer.acceptance.load;

import org.jspecify.annotations.NullMarked;
