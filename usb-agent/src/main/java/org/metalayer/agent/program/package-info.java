/** Which agent runs on a stick that boots: the image's own, or a release's (docs/adr/0024). */
@NullMarked
package org.metalayer.agent.program;

import org.jspecify.annotations.NullMarked;
