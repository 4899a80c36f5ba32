/** The verbs about sticks and enrolment codes. */
@NullMarked
package org.metalayer.cli.fleet;

import org.jspecify.annotations.NullMarked;
