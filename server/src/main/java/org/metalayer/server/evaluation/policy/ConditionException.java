package org.metalayer.server.evaluation.policy;

import org.metalayer.protocol.PlainText;

/** A condition that cannot be used, and where in its text. */
public final class ConditionException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * Something is wrong with the text.
     *
     * @param line from 1; 0 where it is about the whole
     * @param column from 1; 0 where it is about the whole
     */
    ConditionException(String message, int line, int column) {
        // It quotes the text, which may have anything in it.
        super(PlainText.line(message), null, false, false);
        this.line = Math.max(0, line);
        this.column = Math.max(0, column);
    }

    static ConditionException failed(String why) {
        return new ConditionException(why, 0, 0);
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** What is wrong, in words for people. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
