package org.metalayer.server.access;

import java.util.Set;
import org.metalayer.server.platform.EnumTexts;
import org.metalayer.server.platform.Roles;

/** What an operator may do. */
public enum OperatorRole {
    VIEWER,
    OPERATOR,
    ADMINISTRATOR;

    /** The roles as endpoints name them. */
    public Set<String> roles() {
        return switch (this) {
            case VIEWER -> Set.of(Roles.VIEWER);
            case OPERATOR -> Set.of(Roles.VIEWER, Roles.OPERATOR);
            case ADMINISTRATOR -> Set.of(Roles.VIEWER, Roles.OPERATOR, Roles.ADMINISTRATOR);
        };
    }

    /** As it is stored and shown. */
    public String text() {
        return EnumTexts.text(this);
    }
}
