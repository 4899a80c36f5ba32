/** The verbs about the people who run a Main System. */
@NullMarked
package org.metalayer.cli.operator;

import org.jspecify.annotations.NullMarked;
