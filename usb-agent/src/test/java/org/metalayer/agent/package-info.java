/** Rules that hold for the whole agent. */
@NullMarked
package org.metalayer.agent;

import org.jspecify.annotations.NullMarked;
