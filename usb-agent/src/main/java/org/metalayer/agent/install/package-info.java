/** Installing a release and leaving one: a journal, one rename, health checks, and the way back. */
@NullMarked
package org.metalayer.agent.install;

import org.jspecify.annotations.NullMarked;
