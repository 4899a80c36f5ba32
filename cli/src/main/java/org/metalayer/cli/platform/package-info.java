/** The world around a verb: variables, streams, clock, the installation and the data directory. */
@NullMarked
package org.metalayer.cli.platform;

import org.jspecify.annotations.NullMarked;
