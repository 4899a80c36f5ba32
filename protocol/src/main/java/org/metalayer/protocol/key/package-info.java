/** Ed25519 keys on the JDK's own provider. */
@NullMarked
package org.metalayer.protocol.key;

import org.jspecify.annotations.NullMarked;
