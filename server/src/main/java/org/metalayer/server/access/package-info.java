/** Who may do what: operators, their sessions and tokens, and the session tokens of sticks. */
@NullMarked
package org.metalayer.server.access;

import org.jspecify.annotations.NullMarked;
