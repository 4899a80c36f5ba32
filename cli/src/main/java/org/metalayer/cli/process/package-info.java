/** Processes that this program starts, watches and ends. */
@NullMarked
package org.metalayer.cli.process;

import org.jspecify.annotations.NullMarked;
