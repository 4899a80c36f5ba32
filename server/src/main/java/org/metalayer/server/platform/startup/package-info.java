/** From the shell to a running Main System, or to one clear line why not. */
@NullMarked
package org.metalayer.server.platform.startup;

import org.jspecify.annotations.NullMarked;
