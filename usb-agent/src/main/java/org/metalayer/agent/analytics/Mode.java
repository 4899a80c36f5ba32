package org.metalayer.agent.analytics;

import java.util.Locale;
import java.util.stream.Stream;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/** How much is recorded and sent at all. */
public enum Mode {
    /** Nothing is recorded, and nothing is sent. */
    OFF,
    /** It is recorded for the owner alone. */
    LOCAL,
    /** It is recorded, and what is consented to is sent. */
    ON;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode of this word.
     *
     * @throws MalformedDocumentException when there is none
     */
    public static Mode of(String word) {
        return Stream.of(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new MalformedDocumentException(
                                "there is no mode \"%s\"".formatted(Texts.shown(word))));
    }
}
