/** What the owner changed against what is installed. */
@NullMarked
package org.metalayer.agent.content;

import org.jspecify.annotations.NullMarked;
