package org.metalayer.server.evaluation.impact;

import java.util.Locale;

/** How much an upgrade matters, as the policy asks for it. */
public enum ImpactLevel {
    LOW,
    MEDIUM,
    HIGH;

    static final int MEDIUM_FROM = 30;
    static final int HIGH_FROM = 60;

    /** The level of a score. */
    public static ImpactLevel of(int score) {
        if (score >= HIGH_FROM) {
            return HIGH;
        }
        return score >= MEDIUM_FROM ? MEDIUM : LOW;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ImpactLevel parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
