/**
 * What files are, and what lies inside of archives; looked at within fixed limits of time and
 * memory.
 */
@NullMarked
package org.metalayer.server.evaluation.content;

import org.jspecify.annotations.NullMarked;
