package org.metalayer.protocol.analytics;

import java.util.Locale;

/** How much a field tells of a person. */
public enum Sensitivity {
    /** Little: it is sent when its purpose is consented to. */
    ORDINARY,
    /**
     * As much as data on health do: it stays on the stick until the owner switches on that field.
     */
    SENSITIVE;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
