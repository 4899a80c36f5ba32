/** What the tests of every feature run on: the real database and a clock that can be moved. */
@NullMarked
package org.metalayer.server.testing;

import org.jspecify.annotations.NullMarked;
