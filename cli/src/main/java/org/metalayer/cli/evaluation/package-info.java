/** The verbs about upgrade reports and their decisions. */
@NullMarked
package org.metalayer.cli.evaluation;

import org.jspecify.annotations.NullMarked;
