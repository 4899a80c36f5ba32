package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Makes passwords, and what is stored of them. Deriving a key keeps a core busy for a good part of
 * a second: logins must not take all, and callers must not keep a connection of the pool meanwhile.
 */
@ApplicationScoped
public class Passwords {

    private static final int DERIVING_AT_ONCE = 2;

    @Inject SecureRandom random;

    private final Semaphore deriving = new Semaphore(DERIVING_AT_ONCE, true);

    /** One that nobody has had before. */
    public NewPassword generate() {
        return NewPassword.generated(random);
    }

    PasswordHash hash(NewPassword password) {
        return inTurn(() -> PasswordHash.of(password.text(), random));
    }

    /** Whether it is the password; where there is none to compare it with, that takes as long. */
    boolean matches(Optional<PasswordHash> known, String password) {
        return inTurn(() -> {
            if (known.isEmpty()) {
                PasswordHash.of(password, random);
            }
            return known.filter(hash -> hash.matches(password)).isPresent();
        });
    }

    private <T> T inTurn(Supplier<T> derivation) {
        deriving.acquireUninterruptibly();
        try {
            return derivation.get();
        } finally {
            deriving.release();
        }
    }
}
