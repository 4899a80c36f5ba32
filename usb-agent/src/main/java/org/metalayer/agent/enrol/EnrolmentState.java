package org.metalayer.agent.enrol;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/** Where the Main System has a stick (docs/protocol.md §2). */
public enum EnrolmentState {
    /** An operator has yet to accept it. */
    PENDING,
    ACCEPTED,
    REJECTED,
    RETIRED,
    /** Upgrades go on; contributions and maintenance stop. */
    QUARANTINED;

    /** Whether releases may be installed. */
    public boolean mayInstall() {
        return this == ACCEPTED || this == QUARANTINED;
    }

    /** Whether a session may be had now or an operator may give it back at any time. */
    public boolean mayTalk() {
        return mayInstall();
    }

    /** Whether asking for enrolment again may change anything. */
    public boolean mayAsk() {
        return this == PENDING || this == REJECTED || this == RETIRED;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for one that this agent does not know yet. */
    public static Optional<EnrolmentState> of(String wire) {
        return Stream.of(values()).filter(state -> state.wire().equals(wire)).findFirst();
    }

    public static EnrolmentState parse(String wire) {
        return of(wire).orElseThrow(() ->
                new MalformedDocumentException(
                        "unknown state of a stick: \"%s\"".formatted(Texts.shown(wire))));
    }
}
