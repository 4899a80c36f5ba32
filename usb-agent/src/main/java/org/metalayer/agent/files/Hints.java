package org.metalayer.agent.files;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What is to be told once things are quiet. */
final class Hints {

    private final Set<String> components = new LinkedHashSet<>();
    private Optional<String> doubt = Optional.empty();

    void add(String component) {
        components.add(component);
    }

    /** Changes may have gone unseen; the first reason is kept. */
    void addDoubt(String reason) {
        doubt = doubt.or(() -> Optional.of(reason));
    }

    boolean isEmpty() {
        return components.isEmpty() && doubt.isEmpty();
    }

    void tell(ChangeWatcher.Listener listener) {
        if (doubt.isPresent()) {
            listener.anythingMayHaveChanged(doubt.get());
        } else {
            components.forEach(listener::mayHaveChanged);
        }
    }
}
