/** What came of offers, told to the Main System once each (docs/protocol.md §8). */
@NullMarked
package org.metalayer.agent.outcome;

import org.jspecify.annotations.NullMarked;
