package org.metalayer.server.platform;

import java.util.Locale;

/** A verb that the transition table of a lifecycle does not allow in the present state. */
public final class IllegalTransitionException extends RuntimeException {

    /** {@code subject} names the thing, for example {@code stick usb_001}. */
    public IllegalTransitionException(String subject, Enum<?> from, Enum<?> to) {
        super(
                "%s is %s and cannot become %s; reload to see what is possible now"
                        .formatted(subject, lower(from), lower(to)));
    }

    private static String lower(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
