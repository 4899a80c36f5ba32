package org.metalayer.image.build;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lets a program and everything that it has started live no longer than what it was started for,
 * also where this process is ended: it would go on in folders that the next build takes.
 */
final class Leash implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final Thread atTheEnd = new Thread(this::end, "end of a long run");

    private Leash(Process process) {
        this.process = process;
    }

    static Leash on(Process process) {
        Leash leash = new Leash(process);
        Runtime.getRuntime().addShutdownHook(leash.atTheEnd);
        return leash;
    }

    @Override
    public void close() {
        end();
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException _) {
            // It is being run.
        }
    }

    private void end() {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
