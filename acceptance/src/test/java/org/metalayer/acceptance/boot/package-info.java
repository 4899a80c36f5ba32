/**
 * Sticks that boot: the image, started from an emulated USB stick in QEMU against a real Main
 * System.
 */
@NullMarked
package org.metalayer.acceptance.boot;

import org.jspecify.annotations.NullMarked;
