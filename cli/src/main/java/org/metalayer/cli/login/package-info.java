/** Logging in and out as an operator. */
@NullMarked
package org.metalayer.cli.login;

import org.jspecify.annotations.NullMarked;
