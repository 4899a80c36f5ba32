package org.metalayer.server.access;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.server.platform.ProblemType;

/**
 * Session tokens {@code mls_…} of sticks (protocol §3). Everything needed stands in the token, so
 * it is checked before any database access.
 */
@ApplicationScoped
@Startup
public class StickTokens {

    public static final String PREFIX = "mls_";
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    public static final ProblemType SESSION_EXPIRED =
            new ProblemType("session-expired", "The stick's session has expired", 401);
    static final ProblemType INVALID_TOKEN =
            new ProblemType("invalid-token", "The token is not one of this Main System", 401);

    @Inject Seal seals;
    @Inject InstantSource clock;

    @SuppressWarnings("NullAway.Init") // set by open()
    private Seal.Purpose seal;

    @PostConstruct
    void open() {
        seal =
                seals.forPurpose(
                        "stick-session",
                        "sticks that were logged in with an earlier one log in again by"
                                + " themselves");
    }

    /** A token for an accepted stick. */
    public String issue(StickPrincipal stick) {
        JsonObject claims =
                new JsonBuilder()
                        .put("stick_id", stick.stickId())
                        .put("module_id", stick.moduleId().value())
                        .put("public_key", stick.publicKey())
                        .put("epoch", stick.epoch())
                        .put("expires_at", clock.instant().plus(LIFETIME).getEpochSecond())
                        .build();
        return PREFIX + seal.seal(new String(Json.write(claims), StandardCharsets.UTF_8));
    }

    /**
     * The stick a token was issued to; ends the request with 401 where it is not valid any more.
     */
    public StickPrincipal verify(String token) {
        JsonObject claims =
                seal.open(token.substring(PREFIX.length()))
                        .map(text -> Json.parseObject(text.getBytes(StandardCharsets.UTF_8)))
                        .orElseThrow(() ->
                                INVALID_TOKEN.because(
                                        "begin a new session with POST"
                                                + " /api/v1/stick/session-challenges"));
        if (!clock.instant().isBefore(Instant.ofEpochSecond(claims.integer("expires_at")))) {
            throw SESSION_EXPIRED.because(
                    "begin a new session with POST /api/v1/stick/session-challenges");
        }
        return new StickPrincipal(
                claims.uuid("stick_id"),
                new ModuleId(claims.string("module_id")),
                claims.string("public_key"),
                claims.integer("epoch"));
    }
}
