package org.metalayer.image.base;

/** Whoever watches long work. One step at a time. */
public interface Progress {

    /** Nobody watches. */
    Progress UNSEEN = new Progress() {};

    /**
     * A step begins.
     *
     * @param step what is being done, for people
     * @param bytes how much there is to do; 0 where nobody knows
     */
    default void begin(String step, long bytes) {}

    /** So many more bytes of the step are done. */
    default void advance(long bytes) {}

    /** The step is done. */
    default void end() {}
}
