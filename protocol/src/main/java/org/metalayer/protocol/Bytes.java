package org.metalayer.protocol;

import java.util.Locale;

/** Sizes as people read them. */
public final class Bytes {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Bytes() {}

    /** Decimal units, as disks are sold in; whole bytes below 1,000. */
    public static String shown(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes / 1000.0;
        int unit = 0;
        // 999.95 would be shown as 1000.0
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
