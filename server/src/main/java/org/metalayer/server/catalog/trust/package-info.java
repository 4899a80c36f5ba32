/** The two online keys: one names what may run, the other what should run now. */
@NullMarked
package org.metalayer.server.catalog.trust;

import org.jspecify.annotations.NullMarked;
