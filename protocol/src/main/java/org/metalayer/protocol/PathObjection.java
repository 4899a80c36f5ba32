package org.metalayer.protocol;

/** A rule of protocol §6 that a path breaks, and what the person can do about it. */
public enum PathObjection {
    EMPTY("is empty: a file needs a name"),
    TOO_LONG("is longer than " + RelativePath.MAX_LENGTH + " characters: shorten it"),
    TOO_DEEP("is more than " + RelativePath.MAX_DEPTH + " levels deep: move it up"),
    NOT_UNICODE("is not valid Unicode text: rename it"),
    NOT_NORMALIZED("is not in Unicode form NFC: rename it, typing its accents anew"),
    CONTROL_CHARACTER(
            "holds an invisible character (control, line break, text direction): rename it"),
    BACKSLASH("holds a backslash: use / between folders"),
    FORBIDDEN_CHARACTER("holds one of : * ? \" < > |, which some systems cannot store: rename it"),
    ABSOLUTE("starts with /: it must be relative to its component"),
    EMPTY_SEGMENT("has an empty folder name (// or a / at the end)"),
    DOT_SEGMENT("has . or .. as a folder name: it must stay inside its component"),
    SEGMENT_TOO_LONG(
            "has a name of more than " + RelativePath.MAX_SEGMENT_BYTES + " bytes: shorten it"),
    TRAILING_DOT_OR_SPACE(
            "has a name that ends in a dot or a space, which some systems drop: rename it"),
    DEVICE_NAME("has a name that Windows reserves for a device, such as CON or aux.txt: rename it");

    private final String because;

    PathObjection(String because) {
        this.because = because;
    }

    /** What is wrong, to be read after the path. */
    public String because() {
        return because;
    }

    /** One line for people: the path, made safe to print, and what is wrong with it. */
    public String explain(String path) {
        return "path \"" + Texts.shown(path) + "\" " + because;
    }
}
