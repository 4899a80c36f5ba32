/** Who may call what, over every endpoint there is. */
@NullMarked
package org.metalayer.acceptance.security;

import org.jspecify.annotations.NullMarked;
