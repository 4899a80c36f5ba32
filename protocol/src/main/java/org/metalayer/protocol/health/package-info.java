/** Declarative health checks of a component, the same on the stick and on the Main System. */
@NullMarked
package org.metalayer.protocol.health;

import org.jspecify.annotations.NullMarked;
