/** How the platform's problems, limits and live events look over HTTP. */
@NullMarked
package org.metalayer.server.platform.rest;

import org.jspecify.annotations.NullMarked;
