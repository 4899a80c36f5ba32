package org.metalayer.server.evaluation.capability;

import java.util.Locale;

/** Something code can do that content rarely needs; each more of it is for a person to look at. */
public enum Ability {
    NETWORK("reaches the network"),
    ELSEWHERE("loads or links something from elsewhere"),
    EVALUATES("makes code out of text"),
    HIDES("hides what it does behind an encoding"),
    HANDLER("has code inside of its markup"),
    FRAME("embeds another page"),
    BACKGROUND("goes on in the background"),
    LEAVES("leads away from the page or reaches out of it"),
    DEVICE("uses the device or what its owner has on it"),
    BINARY_CODE("runs compiled code"),
    PROGRAM("brings a program"),
    LISTENS("waits for connections"),
    PRIVILEGE("gains rights");

    private final String words;

    Ability(String words) {
        this.words = words;
    }

    /** In words for people, after "it". */
    public String words() {
        return words;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
