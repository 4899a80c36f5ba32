/** What is measured: one class per benchmark. */
@NullMarked
package org.metalayer.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
