package org.metalayer.protocol;

/** How a release reaches the sticks. */
public enum Strategy {
    /** To all at once, in fast waves. */
    IMMEDIATE,
    /** 10 % on day 1, 50 % on day 3, 100 % on day 7. */
    STAGED,
    /** Three test sticks for a day, then all. */
    TEST_FIRST,
    /** Offered; the owner chooses. */
    OPTIONAL;

    public static Strategy parse(String wire) {
        for (Strategy strategy : values()) {
            if (strategy.name().equals(wire)) {
                return strategy;
            }
        }
        throw new MalformedDocumentException(
                "strategy must be IMMEDIATE, STAGED, TEST_FIRST or OPTIONAL, was \"%s\""
                        .formatted(Texts.shown(wire)));
    }
}
