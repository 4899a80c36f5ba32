/** Load generators: {@code wrk} and {@code pgbench}. */
@NullMarked
package org.metalayer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
