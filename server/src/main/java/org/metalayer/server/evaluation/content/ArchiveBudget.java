package org.metalayer.server.evaluation.content;

/**
 * What may come out of one file of a report, all its archives together. Counted while unpacking, so
 * that no declared size is believed.
 */
final class ArchiveBudget {

    static final int MAX_ENTRIES = 10_000;
    static final int MAX_DEPTH = 3;
    static final long MAX_RATIO = 100;

    /** Largest archive that is looked into, and largest entry; each depth holds one in memory. */
    static final int MAX_IN_MEMORY = 4 << 20;

    /** Below it a ratio says nothing: a short text of one letter packs a thousandfold. */
    private static final long RATIO_FROM = 1 << 20;

    private final long packed;
    private int entries;
    private long unpacked;

    ArchiveBudget(long packed) {
        this.packed = packed;
    }

    void entry() throws BombException {
        if (++entries > MAX_ENTRIES) {
            throw new BombException("it has more than %,d entries".formatted(MAX_ENTRIES));
        }
    }

    void unpacked(long bytes) throws BombException {
        unpacked += bytes;
        if (unpacked > RATIO_FROM && unpacked > MAX_RATIO * packed) {
            throw new BombException(
                    "it unpacks to more than %d times its size".formatted(MAX_RATIO));
        }
    }

    /** An archive that is made to hurt whoever unpacks it. */
    static final class BombException extends Exception {
        private static final long serialVersionUID = 1L;

        BombException(String message) {
            super(message);
        }
    }
}
