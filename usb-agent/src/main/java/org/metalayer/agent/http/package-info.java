/** A small web server for this computer alone: bounded, and without a word about what it serves. */
@NullMarked
package org.metalayer.agent.http;

import org.jspecify.annotations.NullMarked;
