/** Who the stick is: its key, its names, and the USB device as evidence. */
@NullMarked
package org.metalayer.agent.identity;

import org.jspecify.annotations.NullMarked;
