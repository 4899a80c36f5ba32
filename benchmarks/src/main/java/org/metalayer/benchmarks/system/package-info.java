/** The programs under load, their database, and the machine they run on. */
@NullMarked
package org.metalayer.benchmarks.system;

import org.jspecify.annotations.NullMarked;
