package org.metalayer.server.fleet;

import org.jspecify.annotations.Nullable;

/**
 * Which sticks are wanted.
 *
 * @param state only those in this state; null for all
 * @param text only those with this in module id or name, in any case; null for all
 */
public record StickFilter(@Nullable StickState state, @Nullable String text) {

    /** A LIKE pattern in which the searched text has no special characters. */
    @Nullable String pattern() {
        return text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
