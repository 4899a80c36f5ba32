/**
 * The command line of the TUF community's conformance suite (theupdateframework/tuf-conformance,
 * CLIENT-CLI.md), over the same client that sticks run. A program of its own; nothing else uses it.
 */
@NullMarked
package org.metalayer.protocol.tuf.conformance;

import org.jspecify.annotations.NullMarked;
