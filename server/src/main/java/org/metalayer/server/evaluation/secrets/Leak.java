package org.metalayer.server.evaluation.secrets;

/**
 * Something that should not leave its owner. Says what and where, never the thing itself: what is
 * written here is read by many.
 */
public record Leak(String what, String place, int line, boolean secret) {

    /** In words for the contributor. */
    public String describe() {
        return "%s, line %d: %s".formatted(place, line, what);
    }
}
