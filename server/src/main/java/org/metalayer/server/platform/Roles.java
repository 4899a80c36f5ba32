package org.metalayer.server.platform;

/** The roles that endpoints name in {@code @RolesAllowed}. */
public final class Roles {

    /** Sees everything of the operators' interface. Every operator has it too. */
    public static final String VIEWER = "viewer";

    /** Changes things that belong to the fleet. */
    public static final String OPERATOR = "operator";

    /** Decides who else gets in. Every administrator is an operator, too. */
    public static final String ADMINISTRATOR = "administrator";

    /** A stick with a session, on {@code /api/v1/stick}. */
    public static final String STICK = "stick";

    private Roles() {}
}
