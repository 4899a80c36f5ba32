package org.metalayer.protocol;

import java.util.Locale;

/** What kind of improvement an upgrade report proposes. */
public enum UpgradeType {
    FEATURE,
    PERFORMANCE,
    BUGFIX,
    SECURITY,
    UX;

    /** As written on the wire, in lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static UpgradeType parse(String wire) {
        for (UpgradeType type : values()) {
            if (type.wire().equals(wire)) {
                return type;
            }
        }
        throw new MalformedDocumentException(
                "type must be feature, performance, bugfix, security or ux, was \"%s\""
                        .formatted(Texts.shown(wire)));
    }
}
