package org.metalayer.server.platform;

/** Tells from the number of collections, which grows with what is allocated, when work is over. */
final class WorkIsOver {

    /** Fewer have not made the heap grow: it is not worth a tenth of a second. */
    private static final long MUCH = 50;

    /** As many from one look to the next come from an idle server's own schedules. */
    private static final long IDLE = 1;

    private long atLastLook;
    private long atLastEnd;

    /**
     * Whether much was done, and now nothing is any more; once for each time of work.
     *
     * @param collections there have been since the start
     */
    boolean at(long collections) {
        boolean idle = collections - atLastLook <= IDLE;
        boolean over = idle && collections - atLastEnd >= MUCH;
        atLastLook = collections;
        if (over) {
            atLastEnd = collections;
        }
        return over;
    }
}
