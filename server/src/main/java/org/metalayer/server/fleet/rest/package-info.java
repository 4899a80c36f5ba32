/** Enrolment and sessions for sticks; the fleet for operators. */
@NullMarked
package org.metalayer.server.fleet.rest;

import org.jspecify.annotations.NullMarked;
