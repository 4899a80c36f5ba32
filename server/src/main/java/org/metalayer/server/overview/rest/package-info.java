/** The overview over HTTP. */
@NullMarked
package org.metalayer.server.overview.rest;

import org.jspecify.annotations.NullMarked;
