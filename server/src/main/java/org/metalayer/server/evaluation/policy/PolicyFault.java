package org.metalayer.server.evaluation.policy;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something in a policy's text that cannot stay.
 *
 * @param place such as {@code rows[2].condition}, counted from 0
 * @param line in the condition, from 1; 0 for the whole
 * @param column in that line, from 1; 0 for the whole
 */
@RegisterForReflection
public record PolicyFault(String place, int line, int column, String message) {

    static PolicyFault of(String place, String message) {
        return new PolicyFault(place, 0, 0, message);
    }

    /** In one line, for people. */
    public String describe() {
        return line == 0
                ? "%s: %s".formatted(place, message)
                : "%s, line %d, column %d: %s".formatted(place, line, column, message);
    }
}
