package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.metalayer.server.platform.persistence.Turns;

/** The operators and their passwords. */
@ApplicationScoped
public class Operators {

    /** Deriving a key keeps a core busy for a good part of a second; logins must not take all. */
    private static final int DERIVING_AT_ONCE = 2;

    @Inject OperatorRepository operators;
    @Inject Turns turns;
    @Inject SecureRandom random;
    @Inject InstantSource clock;

    private final Semaphore deriving = new Semaphore(DERIVING_AT_ONCE, true);

    /** Adds an operator, or answers nothing where the name is taken. */
    @Transactional
    public Optional<Operator> add(String username, OperatorRole role, String password) {
        PasswordHash hash = PasswordHash.of(password, random);
        turns.take("operator " + username);
        if (operators.byUsername(username).isPresent()) {
            return Optional.empty();
        }
        OperatorEntity operator = new OperatorEntity(username, role, hash, clock.instant());
        operators.persist(operator);
        return Optional.of(operator.toRecord());
    }

    Optional<Operator> byUsername(String username) {
        return operators.byUsername(username).map(OperatorEntity::toRecord);
    }

    @Transactional
    boolean isEmpty() {
        return operators.count() == 0;
    }

    /**
     * The operator, if the password is theirs. An unknown name takes as long as a wrong password.
     * In no transaction: deriving must not keep a connection of the pool.
     */
    Optional<Operator> authenticate(String username, String password) {
        Optional<OperatorEntity> known = operators.byUsername(username);
        deriving.acquireUninterruptibly();
        try {
            if (known.isEmpty()) {
                PasswordHash.of(password, random);
            }
            return known.filter(operator -> operator.passwordHash().matches(password))
                    .map(OperatorEntity::toRecord);
        } finally {
            deriving.release();
        }
    }
}
