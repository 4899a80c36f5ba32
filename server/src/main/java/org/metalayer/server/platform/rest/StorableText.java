package org.metalayer.server.platform.rest;

/** What the database can keep as text, which is not all that Java and JSON take for one. */
final class StorableText {

    static final String COMPLAINT =
            "has NUL or half a surrogate pair in it, which no text may have";

    private StorableText() {}

    static boolean fits(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }
}
