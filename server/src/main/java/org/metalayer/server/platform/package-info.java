/**
 * What every feature stands on: time, randomness, the data directory, problems, pages, live events.
 */
@NullMarked
package org.metalayer.server.platform;

import org.jspecify.annotations.NullMarked;
