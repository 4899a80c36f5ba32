/** The signed feed: which releases this stick may and should run (docs/protocol.md §7). */
@NullMarked
package org.metalayer.agent.feed;

import org.jspecify.annotations.NullMarked;
