/** Private keys as files that people carry about: plain or locked by a passphrase. */
@NullMarked
package org.metalayer.protocol.keyfile;

import org.jspecify.annotations.NullMarked;
