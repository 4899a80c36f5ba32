package org.metalayer.server.evaluation.policy;

import java.util.Locale;

/** How soon a stick should see to a release. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Priority parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
