package org.metalayer.protocol.ratchet;

/** What the Main System holds against a stick's renewals until somebody has resolved it. */
public enum Doubt {
    NONE,
    /**
     * An older state of the stick was seen: a restored backup, unless the newer one is seen too.
     */
    RESTORED,
    /** Two copies were seen. Nothing moves on until an operator has chosen. */
    CLONED
}
