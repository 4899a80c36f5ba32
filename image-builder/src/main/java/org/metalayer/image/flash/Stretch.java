package org.metalayer.image.flash;

import java.util.List;

/**
 * A part of a stick that is written.
 *
 * @param start in bytes
 * @param end after the last byte
 */
record Stretch(long start, long end) {

    /** Holds a copy of the partition table with much to spare, and no part of a partition. */
    private static final long TABLE = 1 << 20;

    /** Reading past the page cache begins at multiples of this. */
    private static final long ALIGNMENT = 4096;

    long length() {
        return end - start;
    }

    /**
     * What is written of a prepared image: the image, and the end of the stick. What lies between
     * becomes part of the data partition when it grows, which does not read what was there before.
     * The partition table comes last: what is cut off is no stick.
     *
     * @param size of the stick
     */
    static List<Stretch> of(long image, long size) {
        Stretch first = new Stretch(0, TABLE);
        long tail = tail(size);
        return tail <= image
                ? List.of(new Stretch(TABLE, size), first)
                : List.of(new Stretch(TABLE, image), new Stretch(tail, size), first);
    }

    /** Where both copies of the partition table of a stick are. */
    static List<Stretch> tables(long size) {
        return List.of(new Stretch(0, TABLE), new Stretch(tail(size), size));
    }

    private static long tail(long size) {
        return Math.max(0, size - TABLE) / ALIGNMENT * ALIGNMENT;
    }

    static long total(List<Stretch> stretches) {
        return stretches.stream().mapToLong(Stretch::length).sum();
    }
}
