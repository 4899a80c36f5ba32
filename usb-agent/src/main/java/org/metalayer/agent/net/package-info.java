/** HTTP to the Main System: bounded, patient with a bad line, strict with answers. */
@NullMarked
package org.metalayer.agent.net;

import org.jspecify.annotations.NullMarked;
