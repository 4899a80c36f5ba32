/**
 * The page that a booted stick shows on its computer's screen: read from the stick alone, drawn
 * only when something on it changed.
 */
@NullMarked
package org.metalayer.agent.screen;

import org.jspecify.annotations.NullMarked;
