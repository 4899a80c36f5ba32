package org.metalayer.image.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A size as people write it: {@code 8G}, in the decimal units in which sticks are sold, or {@code
 * 8GiB}.
 *
 * @param bytes whole sectors of 512
 */
record ByteCount(long bytes) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([MG])(iB|B|)");
    private static final int SECTOR = 512;

    static ByteCount parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException(
                    "\"%s\" is no size: write it like 8G, 8GiB or 4000M".formatted(text));
        }
        long base = form.group(3).toLowerCase(Locale.ROOT).equals("ib") ? 1024 : 1000;
        long unit = form.group(2).equals("M") ? base * base : base * base * base;
        return new ByteCount(Long.parseLong(form.group(1)) * unit / SECTOR * SECTOR);
    }
}
