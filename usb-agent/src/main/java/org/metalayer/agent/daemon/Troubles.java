package org.metalayer.agent.daemon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What went wrong in a round whose other parts went on. */
final class Troubles {

    private final List<String> messages = new ArrayList<>();

    /** One part of a round. */
    @FunctionalInterface
    interface Part {
        void run() throws IOException;
    }

    void collect(Part part) {
        try {
            part.run();
        } catch (IOException | RuntimeException e) {
            // A mistake of the agent's own must not end it either: it is what would be upgraded.
            add(e);
        }
    }

    void add(Exception trouble) {
        String message = trouble.getMessage();
        messages.add(message == null ? trouble.getClass().getSimpleName() : message);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    String first() {
        return messages.getFirst();
    }
}
