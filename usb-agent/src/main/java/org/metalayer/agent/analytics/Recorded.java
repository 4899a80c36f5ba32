package org.metalayer.agent.analytics;

import java.util.List;

/** What came of recording something. */
public sealed interface Recorded {

    /**
     * It is in the ledger.
     *
     * @param entries the numbers of its entries: one, or two where a part of it stays on the stick
     */
    record Kept(List<Long> entries) implements Recorded {
        public Kept {
            entries = List.copyOf(entries);
        }
    }

    /**
     * It was not recorded, and will not be if tried again.
     *
     * @param reason in words
     */
    record Refused(String reason) implements Recorded {}

    /**
     * It was not recorded, or not all of it, because nothing can be for now. What comes later is
     * recorded again as soon as there is room.
     *
     * @param reason in words
     */
    record Stopped(String reason) implements Recorded {}
}
