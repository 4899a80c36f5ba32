/** Starts the packaged programs as processes and talks to them as people and sticks do. */
@NullMarked
package org.metalayer.acceptance.harness;

import org.jspecify.annotations.NullMarked;
