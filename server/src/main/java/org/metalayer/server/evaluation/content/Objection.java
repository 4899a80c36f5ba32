package org.metalayer.server.evaluation.content;

/**
 * What speaks against a part.
 *
 * @param hopeless whether no person could approve it either
 */
public record Objection(boolean hopeless, String reason) {

    static Objection doubt(String reason) {
        return new Objection(false, reason);
    }

    static Objection refusal(String reason) {
        return new Objection(true, reason);
    }
}
