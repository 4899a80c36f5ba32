package org.metalayer.agent.files;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A test seam of the shipped agent: called before every storage operation with its name, it can end
 * the process there as a power cut would. It does nothing unless the environment variable {@value
 * #VARIABLE} is set, which only tests do.
 */
public final class StorageFaults {

    /** Number of the storage operation, counted from 1, before which the process ends. */
    public static final String VARIABLE = "METALAYER_CRASH_AT";

    /** Exit status of the ended process: that of one killed with signal 9. */
    public static final int EXIT_STATUS = 137;

    private final Hook hook;

    /** Stands before every storage operation. */
    @FunctionalInterface
    public interface Hook {

        /**
         * Lets the operation happen, or throws what it is to fail with.
         *
         * @param operation its name, such as {@code write}, {@code sync} or {@code rename}
         */
        void before(String operation) throws IOException;
    }

    private StorageFaults(Hook hook) {
        this.hook = hook;
    }

    /** Never interferes. */
    public static StorageFaults none() {
        return new StorageFaults(operation -> {});
    }

    /** Calls {@code hook} before every operation. */
    public static StorageFaults calling(Hook hook) {
        return new StorageFaults(hook);
    }

    /**
     * What the environment asks for. Make one per process: the count is shared by all that use it.
     *
     * @throws IllegalArgumentException when {@value #VARIABLE} is not a positive number
     */
    public static StorageFaults from(Map<String, String> environment) {
        String wanted = environment.get(VARIABLE);
        if (wanted == null) {
            return none();
        }
        long last = positive(wanted);
        AtomicLong count = new AtomicLong();
        return new StorageFaults(operation -> {
            if (count.incrementAndGet() == last) {
                // halt, not exit: no shutdown hook runs in a power cut either.
                Runtime.getRuntime().halt(EXIT_STATUS);
            }
        });
    }

    void before(String operation) throws IOException {
        hook.before(operation);
    }

    private static long positive(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    VARIABLE + " must be a positive number, was \"" + text + "\"");
        }
        return Long.parseLong(text);
    }
}
