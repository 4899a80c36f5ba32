package org.metalayer.acceptance.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The threads of a process that never rest. One that spins is ready to run at every look, on a
 * quiet machine and on an overloaded one; how much of a core it gets depends on who else wants it.
 */
final class SpinningThreads {
    private static final int LOOKS = 40;
    private static final long PAUSE_MILLIS = 50;

    /** proc(5), {@code /proc/pid/task/tid/stat}: running, or waiting for a core. */
    private static final char READY = 'R';

    private SpinningThreads() {}

    /** Looks for two seconds; the names of the threads that were ready to run each time. */
    static List<String> of(long process) throws IOException, InterruptedException {
        Map<Path, String> spinning = ready(process);
        for (int look = 1; look < LOOKS && !spinning.isEmpty(); look++) {
            Thread.sleep(PAUSE_MILLIS);
            spinning.keySet().retainAll(ready(process).keySet());
        }
        return List.copyOf(spinning.values());
    }

    private static Map<Path, String> ready(long process) throws IOException {
        Map<Path, String> ready = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            for (Path thread : (Iterable<Path>) threads::iterator) {
                String stat = stat(thread);
                int end = stat.lastIndexOf(')');
                if (end > 0 && stat.charAt(end + 2) == READY) {
                    ready.put(thread, stat.substring(stat.indexOf('(') + 1, end));
                }
            }
        }
        return ready;
    }

    /** Empty for a thread that ended in the meantime. */
    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException e) {
            return "";
        }
    }
}
