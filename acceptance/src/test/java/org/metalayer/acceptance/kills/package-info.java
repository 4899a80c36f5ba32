/** Killed with signal 9, as a power cut would: nothing is lost, nothing is half done. */
@NullMarked
package org.metalayer.acceptance.kills;

import org.jspecify.annotations.NullMarked;
