/**
 * The stick's directory: where everything lies, its settings, and its small durable state files.
 */
@NullMarked
package org.metalayer.agent.stick;

import org.jspecify.annotations.NullMarked;
