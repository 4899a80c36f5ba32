package org.metalayer.server.fleet;

import java.util.Locale;

/** What can be odd about a stick. */
public enum WarningKind {
    /** Two copies of it are alive: it is quarantined until an operator has chosen. */
    CLONED,
    /** An older state of it was seen: somebody has to confirm that a backup was restored. */
    RESTORED,
    /** Signed with its key, but with a nonce that was never given to it. */
    REFUSED_RENEWAL,
    /** A state of it from before an operator kept another copy: honest where that was restored. */
    SET_ASIDE,
    /** Its owner confirmed a restored backup, and nobody else did: whoever has a copy can, too. */
    RESTORE_CONFIRMED,
    /** Its key was seen on another USB device. */
    OTHER_HARDWARE,
    /** Another stick says that it is the same USB device. */
    SAME_SERIAL;

    /** As it is sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
