package org.metalayer.server.access;

import java.util.Locale;
import java.util.Set;
import org.metalayer.server.platform.EnumTexts;
import org.metalayer.server.platform.Roles;

/** What an operator may do. */
public enum OperatorRole {
    VIEWER,
    OPERATOR;

    /** The roles as endpoints name them. */
    public Set<String> roles() {
        return switch (this) {
            case VIEWER -> Set.of(Roles.VIEWER);
            case OPERATOR -> Set.of(Roles.VIEWER, Roles.OPERATOR);
        };
    }

    /** As it is stored and shown. */
    public String text() {
        return EnumTexts.text(this);
    }

    static OperatorRole of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
