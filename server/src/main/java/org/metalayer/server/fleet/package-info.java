/** The enrolled sticks: how they come in, in which state they are, when they were last seen. */
@NullMarked
package org.metalayer.server.fleet;

import org.jspecify.annotations.NullMarked;
