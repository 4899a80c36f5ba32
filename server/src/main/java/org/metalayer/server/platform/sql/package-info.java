/** Plain SQL with parameters in, records out; PostgreSQL only. */
@NullMarked
package org.metalayer.server.platform.sql;

import org.jspecify.annotations.NullMarked;
