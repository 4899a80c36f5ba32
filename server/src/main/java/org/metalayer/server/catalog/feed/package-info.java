/**
 * The public feed as a directory whose layout is that of its URLs, so that any web server or cache
 * can serve it. What is not released is not in it.
 */
@NullMarked
package org.metalayer.server.catalog.feed;

import org.jspecify.annotations.NullMarked;
