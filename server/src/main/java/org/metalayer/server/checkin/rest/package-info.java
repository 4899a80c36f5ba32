/** The check-in over HTTP. */
@NullMarked
package org.metalayer.server.checkin.rest;

import org.jspecify.annotations.NullMarked;
