package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Secrets;

/** Bearer tokens {@code mlo_…} with which an operator's programs act for them. */
@ApplicationScoped
@Transactional
public class ApiTokens {

    public static final String PREFIX = "mlo_";

    @Inject ApiTokenRepository tokens;
    @Inject OperatorRepository operators;
    @Inject Secrets secrets;
    @Inject InstantSource clock;

    /** A token with its secret, which is never to be seen again. */
    public record Created(ApiToken token, String secret) {}

    public Created create(Operator operator, String name, Duration lifetime) {
        Instant now = clock.instant();
        String secret = secrets.next(PREFIX);
        ApiTokenEntity token =
                new ApiTokenEntity(
                        operators.findById(operator.id()),
                        name,
                        Secrets.digest(secret),
                        now,
                        now.plus(lifetime));
        tokens.persist(token);
        return new Created(token.toRecord(), secret);
    }

    /** The operator's own tokens, newest first. */
    public List<ApiToken> of(Operator operator) {
        return tokens.of(operator).stream().map(ApiTokenEntity::toRecord).toList();
    }

    public void revoke(Operator operator, UUID id) {
        if (!tokens.delete(operator, id)) {
            throw new NoSuchThingException("API token " + id);
        }
    }

    /** Who a secret belongs to, unless it has expired or was revoked. */
    public Optional<OperatorPrincipal> find(String secret) {
        return tokens.valid(Secrets.digest(secret), clock.instant()).map(ApiTokenEntity::principal);
    }
}
