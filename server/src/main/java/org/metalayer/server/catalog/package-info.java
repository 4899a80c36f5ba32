/** Components, their immutable releases and lineage, and the trust metadata that names them. */
@NullMarked
package org.metalayer.server.catalog;

import org.jspecify.annotations.NullMarked;
