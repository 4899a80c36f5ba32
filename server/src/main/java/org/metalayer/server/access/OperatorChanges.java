package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.persistence.Turns;

/** Changes of operators, each a transaction of its own. */
@ApplicationScoped
@Transactional
class OperatorChanges {

    private static final ProblemType LAST_ADMINISTRATOR =
            new ProblemType("last-administrator", "Somebody has to be administrator", 409);

    @Inject OperatorRepository operators;
    @Inject OperatorSessionRepository sessions;
    @Inject ApiTokenRepository tokens;
    @Inject Turns turns;
    @Inject InstantSource clock;

    /** Answers nothing where the name is taken. */
    Optional<Operator> add(Username username, OperatorRole role, PasswordHash password) {
        takeTurn();
        if (operators.byUsername(username.text()).isPresent()) {
            return Optional.empty();
        }
        OperatorEntity operator =
                new OperatorEntity(username.text(), role, password, clock.instant());
        operators.persist(operator);
        return Optional.of(operator.toRecord());
    }

    Operator change(UUID id, @Nullable Integer expected, OperatorChange change) {
        takeTurn();
        OperatorEntity operator = find(id);
        Operator present = operator.toRecord();
        if (expected != null && expected != present.version()) {
            throw ProblemType.STALE_VERSION.because(
                    "the operator is at version %d now: look again, then decide"
                            .formatted(present.version()));
        }
        operator.apply(change, clock.instant());
        if (operators.administrators() == 0) {
            throw LAST_ADMINISTRATOR.because(
                    "%s is the last one who can log in; make somebody else administrator first"
                            .formatted(present.username()));
        }
        if (operator.isDisabled()) {
            sessions.closeAll(id);
            tokens.revokeAll(id);
        }
        return operator.toRecord();
    }

    /** A password that somebody else chose; ends all their sessions. */
    Operator givePassword(UUID id, PasswordHash password) {
        OperatorEntity operator = find(id);
        operator.receivePassword(password, clock.instant());
        sessions.closeAll(id);
        operators.flush();
        return operator.toRecord();
    }

    /** Ends their sessions but the one whose token has this digest, where there is one. */
    Operator setPassword(UUID id, PasswordHash password, byte @Nullable [] keptSha256) {
        OperatorEntity operator = find(id);
        operator.setPassword(password);
        if (keptSha256 == null) {
            sessions.closeAll(id);
        } else {
            sessions.closeAllBut(keptSha256, id);
        }
        operators.flush();
        return operator.toRecord();
    }

    /** Whether a name is free, or an administrator the last one, must not change meanwhile. */
    private void takeTurn() {
        turns.take("operators");
    }

    private OperatorEntity find(UUID id) {
        return operators
                .findByIdOptional(id)
                .orElseThrow(() -> new NoSuchThingException("operator " + id));
    }
}
