package org.metalayer.agent.analytics;

/** What came of deleting. */
public sealed interface Erased {

    /**
     * The content is on the stick no more.
     *
     * @param entry the number of the entry that says so
     * @param records how many had content before
     */
    record Done(long entry, int records) implements Erased {}

    /**
     * There was nothing to delete, and nothing was.
     *
     * @param reason in words
     */
    record Nothing(String reason) implements Erased {}
}
