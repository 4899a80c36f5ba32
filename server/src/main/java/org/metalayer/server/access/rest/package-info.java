/** Logging in and managing tokens over HTTP, and who a request comes from. */
@NullMarked
package org.metalayer.server.access.rest;

import org.jspecify.annotations.NullMarked;
