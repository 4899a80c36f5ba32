/** What a release of a bootable stick's operating system is made of (docs/protocol.md §11). */
@NullMarked
package org.metalayer.protocol.system;

import org.jspecify.annotations.NullMarked;
