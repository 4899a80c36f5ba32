/** The arithmetic: repeated measurements, pairs, requirements. */
@NullMarked
package org.metalayer.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
