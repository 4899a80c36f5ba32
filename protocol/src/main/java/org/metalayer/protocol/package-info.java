/** What a stick and the Main System say to each other, and how each proves that it said it. */
@NullMarked
package org.metalayer.protocol;

import org.jspecify.annotations.NullMarked;
