package org.metalayer.image.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A size as people write it: {@code 8G}, in the decimal units in which sticks are sold, {@code
 * 8GiB}, or in bytes.
 *
 * @param bytes whole sectors of 512
 */
record ByteCount(long bytes) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([MG])(iB|B|)|[0-9]{1,18}");
    private static final int SECTOR = 512;

    static ByteCount parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException(
                    "\"%s\" is no size: write it like 8G, 8GiB, 4000M or 8000000000"
                            .formatted(text));
        }
        long bytes =
                form.group(2) == null
                        ? Long.parseLong(text)
                        : Long.parseLong(form.group(1)) * unit(form.group(2), form.group(3));
        return new ByteCount(bytes / SECTOR * SECTOR);
    }

    private static long unit(String letter, String ending) {
        long base = ending.equals("iB") ? 1024 : 1000;
        return letter.equals("M") ? base * base : base * base * base;
    }
}
