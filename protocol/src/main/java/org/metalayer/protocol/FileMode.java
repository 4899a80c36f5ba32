package org.metalayer.protocol;

/** The two modes a released file can have. */
public enum FileMode {
    PLAIN("0644"),
    EXECUTABLE("0755");

    private final String octal;

    FileMode(String octal) {
        this.octal = octal;
    }

    /** As written on the wire: {@code 0644} or {@code 0755}. */
    public String octal() {
        return octal;
    }

    public static FileMode parse(String octal) {
        for (FileMode mode : values()) {
            if (mode.octal.equals(octal)) {
                return mode;
            }
        }
        throw new MalformedDocumentException(
                "mode must be 0644 or 0755, was \"%s\"".formatted(Texts.shown(octal)));
    }
}
