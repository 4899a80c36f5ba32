package org.metalayer.agent.files;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Names for what is not finished yet. They carry the id of the process that works on it, so that
 * whoever finds one later can tell what a death has left from what somebody is still at.
 */
public final class Unfinished {

    private static final AtomicLong COUNT = new AtomicLong();

    private Unfinished() {}

    /** A name that neither another thread nor another process of this computer takes. */
    public static String name() {
        return ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    }

    /**
     * Whether nobody works on it any more; ask at a start, when this process has begun nothing. A
     * name of another form is nobody's.
     */
    public static boolean isAbandoned(String name) {
        if (!name.matches("[0-9]{1,18}-.*")) {
            return true;
        }
        long maker = Long.parseLong(name.substring(0, name.indexOf('-')));
        return maker == ProcessHandle.current().pid() || ProcessHandle.of(maker).isEmpty();
    }
}
