package org.metalayer.image.bundle;

import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;

/**
 * What an image is called: {@code metalayer-console-0.1.0-amd64}.
 *
 * @param profile such as {@code console}
 * @param version as in the partition labels, which have room for 36 characters
 * @param architecture as Debian calls it
 */
public record ImageName(String profile, String version, String architecture) {

    /** Of the product that is in the image. */
    public static final String PRODUCT = "metalayer";

    private static final Pattern WORD = Pattern.compile("[a-z0-9]{1,16}");
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9a-z.~]{0,15}");

    public ImageName {
        require("profile", profile, WORD);
        require("version", version, VERSION);
        require("architecture", architecture, WORD);
    }

    private static void require(String what, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw new MalformedDocumentException(
                    "the %s of an image must match %s, was \"%s\"".formatted(what, pattern, value));
        }
    }

    /** The name of its folder, and of its file without the ending. */
    @Override
    public String toString() {
        return "%s-%s-%s-%s".formatted(PRODUCT, profile, version, architecture);
    }
}
