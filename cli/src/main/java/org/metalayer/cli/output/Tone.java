package org.metalayer.cli.output;

/** What a piece of text means to the person who reads it. */
public enum Tone {
    PLAIN(""),
    HEADING("1"),
    GOOD("32"),
    WAITING("33"),
    BAD("31");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /** SGR parameter of ECMA-48, empty for none. */
    String code() {
        return code;
    }

    /** The tone of a state of any lifecycle; unknown ones stay plain. */
    public static Tone ofState(String state) {
        return switch (state) {
            case "accepted", "approved", "approve", "completed", "deployed", "passed", "advance" ->
                    GOOD;
            case "pending", "needs_human", "paused", "awaiting_files", "hold" -> WAITING;
            case "rejected", "reject", "halted", "halt", "quarantined", "retired", "withdrawn" ->
                    BAD;
            default -> PLAIN;
        };
    }
}
