/** The operating system that the stick booted. */
@NullMarked
package org.metalayer.agent.system;

import org.jspecify.annotations.NullMarked;
