package org.metalayer.protocol;

import java.util.regex.Pattern;

/**
 * The name a stick goes by in the protocol, such as {@code usb_001}; unique among enrolled sticks.
 */
public record ModuleId(String value) {
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    public ModuleId {
        Texts.matching("module_id", value, PATTERN);
    }

    @Override
    public String toString() {
        return value;
    }
}
