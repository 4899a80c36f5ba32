/** Bad input gets a clear answer, and nothing is lost. */
@NullMarked
package org.metalayer.acceptance.input;

import org.jspecify.annotations.NullMarked;
