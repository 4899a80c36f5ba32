/** The story as people see it in a browser. */
@NullMarked
package org.metalayer.acceptance.dashboard;

import org.jspecify.annotations.NullMarked;
