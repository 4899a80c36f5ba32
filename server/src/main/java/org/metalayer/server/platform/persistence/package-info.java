/** What all features' entities and repositories share. */
@NullMarked
package org.metalayer.server.platform.persistence;

import org.jspecify.annotations.NullMarked;
