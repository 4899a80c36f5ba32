/**
 * Which role of the trust metadata speaks for what, the same for the Main System and the sticks.
 */
@NullMarked
package org.metalayer.protocol.trust;

import org.jspecify.annotations.NullMarked;
