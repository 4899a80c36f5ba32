/** The pure stages of the evaluation; each looks at one thing and leaves evidence. */
@NullMarked
package org.metalayer.server.evaluation.stage;

import org.jspecify.annotations.NullMarked;
