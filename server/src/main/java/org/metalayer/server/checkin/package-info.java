/** A stick's regular report of its state. */
@NullMarked
package org.metalayer.server.checkin;

import org.jspecify.annotations.NullMarked;
