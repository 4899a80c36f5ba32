/** How much an upgrade matters, as a sum of explained points. */
@NullMarked
package org.metalayer.server.evaluation.impact;

import org.jspecify.annotations.NullMarked;
