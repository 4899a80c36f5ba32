package org.metalayer.image.flash;

import java.util.List;

/**
 * A part of a stick that is written.
 *
 * @param start in bytes
 * @param end after the last byte
 */
record Stretch(long start, long end) {

    /** Holds the second copy of the partition table with much to spare. */
    private static final long TAIL = 1 << 20;

    /** Reading past the page cache begins at multiples of this. */
    private static final long ALIGNMENT = 4096;

    long length() {
        return end - start;
    }

    /**
     * What is written of a prepared image: the image, and the end of the stick. What lies between
     * becomes part of the data partition when it grows, which does not read what was there before.
     *
     * @param size of the stick
     */
    static List<Stretch> of(long image, long size) {
        long tail = Math.max(0, size - TAIL) / ALIGNMENT * ALIGNMENT;
        return tail <= image
                ? List.of(new Stretch(0, size))
                : List.of(new Stretch(0, image), new Stretch(tail, size));
    }

    static long total(List<Stretch> stretches) {
        return stretches.stream().mapToLong(Stretch::length).sum();
    }
}
