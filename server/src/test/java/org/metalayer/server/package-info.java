/** Rules that hold for the whole server. */
@NullMarked
package org.metalayer.server;

import org.jspecify.annotations.NullMarked;
