/** What a stick makes of the settings that its image was given for a fleet. */
@NullMarked
package org.metalayer.agent.setup;

import org.jspecify.annotations.NullMarked;
