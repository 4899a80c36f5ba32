/**
 * Immutable bytes on disk, named by their SHA-256. A database row vouches for a file; whatever has
 * none is a leftover that is never trusted.
 */
@NullMarked
package org.metalayer.server.catalog.artifact;

import org.jspecify.annotations.NullMarked;
