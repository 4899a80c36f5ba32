package org.metalayer.protocol;

/** What people call a stick, such as {@code Kitchen stick}: 1 to 80 characters on one line. */
public record ModuleName(String value) {
    public ModuleName {
        Texts.line("module_name", value, 1, 80);
    }

    @Override
    public String toString() {
        return value;
    }
}
