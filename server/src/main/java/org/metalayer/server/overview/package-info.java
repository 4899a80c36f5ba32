/** What the first screen shows: figures of all features, and what needs a person. */
@NullMarked
package org.metalayer.server.overview;

import org.jspecify.annotations.NullMarked;
