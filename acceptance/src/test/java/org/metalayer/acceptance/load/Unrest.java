package org.metalayer.acceptance.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How restless a process is. One that spins wants a core at every look, on a quiet machine and on
 * an overloaded one; how much of a core it gets depends on who else wants it.
 */
final class Unrest {
    private static final int LOOKS = 40;
    private static final long PAUSE_MILLIS = 50;

    /** proc(5), {@code /proc/pid/task/tid/stat}: running, or waiting for a core. */
    private static final char READY = 'R';

    private Unrest() {}

    /**
     * Looks for two seconds.
     *
     * @return the share of the looks at which any thread was ready to run: which one does not
     *     matter, since a virtual thread that spins goes from carrier to carrier
     */
    static double of(long process) throws IOException, InterruptedException {
        int ready = 0;
        for (int look = 0; look < LOOKS; look++) {
            if (isReady(process)) {
                ready++;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return (double) ready / LOOKS;
    }

    private static boolean isReady(long process) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            return threads.anyMatch(Unrest::wantsCore);
        }
    }

    private static boolean wantsCore(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == READY;
        } catch (IOException e) {
            return false; // it ended in the meantime
        }
    }
}
