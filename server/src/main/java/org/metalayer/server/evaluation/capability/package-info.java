/** What code could do, told from its text: to be compared with the release before. */
@NullMarked
package org.metalayer.server.evaluation.capability;

import org.jspecify.annotations.NullMarked;
