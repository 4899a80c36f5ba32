/** What the content sandbox gives out, over real sockets. */
@NullMarked
package org.metalayer.agent.pages;

import org.jspecify.annotations.NullMarked;
