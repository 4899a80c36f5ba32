/** What the small web server grants, over real sockets. */
@NullMarked
package org.metalayer.agent.http;

import org.jspecify.annotations.NullMarked;
