package org.metalayer.image.layout;

/** One of the two places for the system: its root and the hash tree that proves it. */
public record Slot(char letter, Partition root, Partition verity) {

    /** The label of a place that awaits its first upgrade (sysupdate.d(5)). */
    private static final String EMPTY = "_empty";

    public boolean isEmpty() {
        return root.label().equals(EMPTY);
    }
}
