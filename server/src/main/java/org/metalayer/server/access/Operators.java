package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Secrets;

/** The door to the operators. In no transaction itself: keys of passwords are derived outside. */
@ApplicationScoped
public class Operators {

    @Inject OperatorRepository operators;
    @Inject OperatorChanges changes;
    @Inject Passwords passwords;
    @Inject LocalOperatorToken localToken;
    @Inject LiveEvents events;

    /** Everybody, also who is disabled, by name. */
    public List<Operator> all() {
        return operators.byName().stream().map(OperatorEntity::toRecord).toList();
    }

    public Operator find(UUID id) {
        return operators
                .byId(id)
                .map(OperatorEntity::toRecord)
                .orElseThrow(() -> new NoSuchThingException("operator " + id));
    }

    /** Adds an operator, or answers nothing where the name is taken. */
    public Optional<Operator> add(Username username, OperatorRole role, NewPassword password) {
        return changes.add(username, role, passwords.hash(password));
    }

    /**
     * Gives an operator another role, shuts them out or lets them in again.
     *
     * @param expected the version that the caller saw; null for whichever it is
     */
    public Operator change(UUID id, @Nullable Integer expected, OperatorChange change) {
        Operator changed = changes.change(id, expected, change);
        if (changed.disabledAt().isPresent()) {
            events.dismiss(changed.username());
        }
        // It may have acted for whoever is no administrator any more.
        localToken.renew();
        return changed;
    }

    /**
     * Gives an operator a password that is not of their own choice, and ends all their sessions.
     */
    public Operator setPassword(UUID id, NewPassword password) {
        Operator changed = changes.givePassword(id, passwords.hash(password));
        events.dismiss(changed.username());
        return changed;
    }

    /** Their own choice; ends all their sessions but the one that has this token. */
    Operator replacePassword(UUID id, NewPassword password, @Nullable String session) {
        byte @Nullable [] kept = session == null ? null : Secrets.digest(session);
        Operator changed = changes.setPassword(id, passwords.hash(password), kept);
        events.dismiss(changed.username());
        return changed;
    }

    boolean isEmpty() {
        return operators.nobody();
    }

    /**
     * The operator, if the password is theirs and they are not disabled. An unknown name takes as
     * long as a wrong password.
     */
    Optional<Operator> authenticate(String username, String password) {
        Optional<OperatorEntity> known =
                operators.byUsername(username).filter(operator -> !operator.isDisabled());
        return passwords.matches(known.map(OperatorEntity::passwordHash), password)
                ? known.map(OperatorEntity::toRecord)
                : Optional.empty();
    }
}
