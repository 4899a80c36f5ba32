package org.metalayer.image.verify;

/**
 * What was found out about one part of an image or a stick.
 *
 * @param subject the part, for people
 * @param text what is so, and where it is not as built, what that means
 */
public record Finding(String subject, Grade grade, String text) {

    /** How a part compares with what was built. */
    public enum Grade {
        /** As it was built, or sound where nothing more can be said. */
        SOUND,

        /** Otherwise than built, as running it makes it. */
        CHANGED,

        /** Damaged, or not what it says. */
        BROKEN
    }

    static Finding sound(String subject, String text) {
        return new Finding(subject, Grade.SOUND, text);
    }

    static Finding changed(String subject, String text) {
        return new Finding(subject, Grade.CHANGED, text);
    }

    static Finding broken(String subject, String text) {
        return new Finding(subject, Grade.BROKEN, text);
    }
}
