/** What a run leaves behind: a table, JSON, Markdown. */
@NullMarked
package org.metalayer.benchmarks.report;

import org.jspecify.annotations.NullMarked;
