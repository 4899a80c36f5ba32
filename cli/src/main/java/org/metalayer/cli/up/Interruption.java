package org.metalayer.cli.up;

import java.util.function.BooleanSupplier;

/** Ends a run when this program is told to end: Ctrl-C, SIGTERM, or a closed terminal. */
final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /**
     * From now on, a signal runs {@code stop} and ends this program: with 0 when everything ended
     * in good order, as was asked for, with 1 otherwise.
     */
    static Interruption install(BooleanSupplier stop) {
        Thread hook =
                new Thread(
                        () -> Runtime.getRuntime().halt(stop.getAsBoolean() ? 0 : 1),
                        "stops what was started");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** The run is over by itself. Does not return when a signal was first. */
    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException signalWasFirst) {
            awaitHalt();
        }
    }

    private void awaitHalt() {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
