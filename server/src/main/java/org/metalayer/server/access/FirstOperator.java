package org.metalayer.server.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** At the very first start there is nobody yet: makes {@code admin} and says the password, once. */
@ApplicationScoped
class FirstOperator {

    static final String USERNAME = "admin";

    /** Without characters that look alike; 20 of them have 98 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;
    private static final int GROUP = 5;

    @Inject Operators operators;
    @Inject LocalOperatorToken localToken;
    @Inject SecureRandom random;

    void atStart(@Observes StartupEvent start) {
        if (operators.isEmpty()) {
            String password = password();
            operators
                    .add(USERNAME, OperatorRole.OPERATOR, password)
                    .ifPresent(operator -> announce(operator, password));
        }
        operators.byUsername(USERNAME).ifPresent(localToken::ensure);
    }

    private String password() {
        String characters =
                random.ints(LENGTH, 0, ALPHABET.length())
                        .mapToObj(i -> ALPHABET.substring(i, i + 1))
                        .collect(Collectors.joining());
        return characters.replaceAll("(.{%d})(?=.)".formatted(GROUP), "$1-");
    }

    /** To standard output and not to the log: logs are kept and shipped, passwords must not be. */
    private static void announce(Operator operator, String password) {
        System.out.printf(
                """

                ==================== Meta Layer: first operator ====================
                  username: %s
                  password: %s
                This password is shown only now. Keep it.
                ====================================================================

                """,
                operator.username(), password);
        System.out.flush();
    }
}
