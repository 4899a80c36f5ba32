/** What time it is, for a stick whose computers' clocks may show any year. */
@NullMarked
package org.metalayer.agent.time;

import org.jspecify.annotations.NullMarked;
