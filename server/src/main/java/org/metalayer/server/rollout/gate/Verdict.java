package org.metalayer.server.rollout.gate;

/** What a gate says about a ring, and always why, in words for people. */
public sealed interface Verdict {

    String reason();

    /** The next ring may open, or the rollout is complete. */
    record Advance(String reason) implements Verdict {}

    /** Not yet: something is missing, and the reason says what. */
    record Hold(String reason) implements Verdict {}

    /** The release does harm: stop and take it back. */
    record Halt(String reason) implements Verdict {}

    /** As the REST interface spells it. */
    default String kind() {
        return switch (this) {
            case Advance advance -> "advance";
            case Hold hold -> "hold";
            case Halt halt -> "halt";
        };
    }

    static Verdict of(String kind, String reason) {
        return switch (kind) {
            case "advance" -> new Advance(reason);
            case "hold" -> new Hold(reason);
            case "halt" -> new Halt(reason);
            default -> throw new IllegalArgumentException("no such verdict: " + kind);
        };
    }
}
