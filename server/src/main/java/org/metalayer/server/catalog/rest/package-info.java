/** The catalog over HTTP: operators' views, and the anonymous feed. */
@NullMarked
package org.metalayer.server.catalog.rest;

import org.jspecify.annotations.NullMarked;
