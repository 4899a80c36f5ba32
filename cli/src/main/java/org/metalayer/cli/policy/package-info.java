/** The verbs about versions of the policy. */
@NullMarked
package org.metalayer.cli.policy;

import org.jspecify.annotations.NullMarked;
