/** The embedded PostgreSQL that serves where no other database is configured. */
@NullMarked
package org.metalayer.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
