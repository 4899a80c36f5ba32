@NullMarked
package org.metalayer.server.overview;

import org.jspecify.annotations.NullMarked;
