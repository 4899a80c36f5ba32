/** Finds what a contributor surely did not mean to give away. */
@NullMarked
package org.metalayer.server.evaluation.secrets;

import org.jspecify.annotations.NullMarked;
