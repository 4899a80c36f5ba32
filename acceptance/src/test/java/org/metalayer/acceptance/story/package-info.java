/** The main job: one stick's improvement reaches every stick. */
@NullMarked
package org.metalayer.acceptance.story;

import org.jspecify.annotations.NullMarked;
