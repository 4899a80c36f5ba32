package org.metalayer.protocol.analytics;

import java.util.Locale;

/** What a field is recorded for; owners consent to each apart. */
public enum Purpose {
    /** To know what is used. */
    USAGE,
    /** To know what is slow. */
    PERFORMANCE,
    /** To know how something is used. */
    INTERACTION,
    /** To know what fails. */
    RELIABILITY,
    /** To know how people feel; only ever what they say themselves. */
    WELLBEING;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
