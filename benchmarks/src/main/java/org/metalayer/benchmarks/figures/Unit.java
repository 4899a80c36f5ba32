package org.metalayer.benchmarks.figures;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
    PER_SECOND("/s"),
    SECONDS(" s"),
    MILLISECONDS(" ms"),
    MEGABYTES(" MB"),
    PERCENT(" %"),
    PER_MINUTE("/min"),
    RATIO("×");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** With as many digits as three of them tell, and the unit behind. */
    public String format(double value) {
        return number(value) + symbol;
    }

    /** Digits as in {@link #format}, without the unit. */
    public String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
