/** What the tests of the verbs share. */
@NullMarked
package org.metalayer.cli.harness;

import org.jspecify.annotations.NullMarked;
