package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.metalayer.server.platform.Secrets;

/** Logins of operators at the dashboard. A session ends when unused, and in any case some day. */
@ApplicationScoped
@Transactional
public class OperatorSessions {

    @Inject OperatorSessionRepository sessions;
    @Inject OperatorRepository operators;
    @Inject Secrets secrets;
    @Inject InstantSource clock;

    /** A new session's token, which goes into the cookie. Forgets sessions that have ended. */
    public String open(Operator operator) {
        Instant now = clock.instant();
        sessions.forgetEnded(now);
        String token = secrets.next("");
        sessions.persist(
                new OperatorSessionEntity(
                        operators.findById(operator.id()), Secrets.digest(token), now));
        return token;
    }

    /** Who a token belongs to while its session lasts; counts as use. */
    public Optional<OperatorPrincipal> find(String token) {
        Instant now = clock.instant();
        byte[] digest = Secrets.digest(token);
        Optional<OperatorPrincipal> found =
                sessions.lasting(digest, now).map(session -> session.principal(now));
        if (found.isPresent()) {
            sessions.recordUse(digest, now);
        }
        return found;
    }

    public void close(String token) {
        sessions.close(Secrets.digest(token));
    }
}
