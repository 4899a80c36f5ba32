/**
 * What may be said about many sticks without saying it of one: groups that are large enough, one
 * stick's bounded part in them, noise of differential privacy, and what of it has been spent. No
 * I/O.
 */
@NullMarked
package org.metalayer.protocol.privacy;

import org.jspecify.annotations.NullMarked;
