/** Measures the packaged programs: what {@code ./metalayer bench} runs. */
@NullMarked
package org.metalayer.benchmarks;

import org.jspecify.annotations.NullMarked;
