package org.metalayer.server.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** At the very first start there is nobody yet: makes {@code admin} and says the password, once. */
@ApplicationScoped
class FirstOperator {

    private static final Username USERNAME = new Username("admin");

    @Inject Operators operators;
    @Inject Passwords passwords;
    @Inject LocalOperatorToken localToken;

    void atStart(@Observes StartupEvent start) {
        if (operators.isEmpty()) {
            NewPassword password = passwords.generate();
            operators
                    .add(USERNAME, OperatorRole.ADMINISTRATOR, password)
                    .ifPresent(operator -> announce(operator, password));
        }
        localToken.ensure();
    }

    /** To standard output and not to the log: logs are kept and shipped, passwords must not be. */
    private static void announce(Operator operator, NewPassword password) {
        System.out.printf(
                """

                ==================== Meta Layer: first operator ====================
                  username: %s
                  password: %s
                This password is shown only now. Keep it.
                ====================================================================

                """,
                operator.username(), password.text());
        System.out.flush();
    }
}
