/** Evidence that can be carried away: in-toto statements in DSSE envelopes. */
@NullMarked
package org.metalayer.server.evaluation.attest;

import org.jspecify.annotations.NullMarked;
