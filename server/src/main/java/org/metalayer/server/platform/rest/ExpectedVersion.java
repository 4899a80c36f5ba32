package org.metalayer.server.platform.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.ProblemType;

/** The version in an {@code If-Match} header. */
public final class ExpectedVersion {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private ExpectedVersion() {}

    /** Null where the caller takes any version. */
    public static @Nullable Integer of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw ProblemType.INVALID_REQUEST.because(
                    "'If-Match' must be the version in quotes, such as \"3\"");
        }
        return Integer.valueOf(tag.group(1));
    }
}
