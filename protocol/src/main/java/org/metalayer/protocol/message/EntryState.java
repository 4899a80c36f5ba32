package org.metalayer.protocol.message;

import java.util.Locale;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/** What a stick may do about an entry of the deployment manifest. */
public enum EntryState {
    /** Announced with its seed's commitment; nothing to do yet. */
    SCHEDULED,
    RUNNING,
    /** Finish what was activated, begin nothing. */
    PAUSED,
    /** Done, and still the way for a late stick. */
    COMPLETED;

    /** Whether a stick in the ring may begin to install. */
    public boolean mayBegin() {
        return this == RUNNING || this == COMPLETED;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EntryState parse(String wire) {
        for (EntryState state : values()) {
            if (state.wire().equals(wire)) {
                return state;
            }
        }
        throw new MalformedDocumentException(
                "unknown state of a rollout: \"%s\"".formatted(Texts.shown(wire)));
    }
}
