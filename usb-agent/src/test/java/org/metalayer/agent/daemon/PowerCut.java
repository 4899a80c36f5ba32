package org.metalayer.agent.daemon;

import java.util.concurrent.atomic.AtomicInteger;
import org.metalayer.agent.files.StorageFaults;

/** The power goes before one storage operation; nothing is stored by anybody after that. */
final class PowerCut {

    /**
     * How many operations there are from one that is tried to the next: all with {@code -Dlong}.
     */
    static final int STRIDE = Boolean.getBoolean("long") ? 1 : 7;

    private final AtomicInteger operations = new AtomicInteger();
    private final int before;

    /**
     * @param before counted from 1
     */
    PowerCut(int before) {
        this.before = before;
    }

    /** What ends whatever runs: nothing catches this. */
    static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    StorageFaults faults() {
        return StorageFaults.calling(operation -> {
            if (operations.incrementAndGet() >= before) {
                throw new Ended();
            }
        });
    }

    /** Whether there were so many operations. */
    boolean happened() {
        return operations.get() >= before;
    }
}
