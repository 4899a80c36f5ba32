package org.metalayer.server.platform;

/** The roles that endpoints name in {@code @RolesAllowed}. */
public final class Roles {

    /** Sees everything of the operators' interface. Every operator has it too. */
    public static final String VIEWER = "viewer";

    /** Changes things. */
    public static final String OPERATOR = "operator";

    /** A stick with a session, on {@code /api/v1/stick}. */
    public static final String STICK = "stick";

    private Roles() {}
}
