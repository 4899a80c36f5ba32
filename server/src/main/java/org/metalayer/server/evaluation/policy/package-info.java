/** The versioned decision table, and the guard rails that no table can weaken. */
@NullMarked
package org.metalayer.server.evaluation.policy;

import org.jspecify.annotations.NullMarked;
