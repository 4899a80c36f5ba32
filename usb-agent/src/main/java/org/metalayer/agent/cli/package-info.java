/** The agent's command line. */
@NullMarked
package org.metalayer.agent.cli;

import org.jspecify.annotations.NullMarked;
