package org.metalayer.server.fleet;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.ratchet.Ratchet;
import org.metalayer.server.access.Seal;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.access.StickTokens;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.RateLimiter;
import org.metalayer.server.platform.Secrets;

/**
 * How a stick proves who it is (protocol §3): it signs a challenge, so that its own clock may be
 * wrong, and gets a token.
 */
@ApplicationScoped
@Startup
public class StickSessions {

    public static final Duration CHALLENGE_LIFETIME = Ratchet.CHALLENGE_LIFETIME;

    static final ProblemType CHALLENGE_REFUSED =
            new ProblemType("challenge-refused", "The challenge is not valid any more", 401);
    static final ProblemType UNKNOWN_STICK =
            new ProblemType("unknown-stick", "No stick is enrolled with this key", 401);

    @Inject Fleet fleet;
    @Inject Renewals renewals;
    @Inject StickTokens tokens;
    @Inject Seal seals;
    @Inject Secrets secrets;
    @Inject UsedChallenges used;
    @Inject SessionLimits limits;
    @Inject InstantSource clock;

    @SuppressWarnings("NullAway.Init") // set by open()
    private Seal.Purpose seal;

    @SuppressWarnings("NullAway.Init") // set by open()
    private RateLimiter perAddress;

    /**
     * A new session.
     *
     * @param position what the stick has to show at its next renewal; empty where it is to keep
     *     what it has
     * @param notices what its owner should know, in words for programs
     */
    public record Opened(
            Stick stick, String token, Optional<Position> position, Set<String> notices) {}

    /** What a stick has to show at its next renewal. */
    public record Position(long epoch, String nonce) {}

    @PostConstruct
    void open() {
        seal =
                seals.forPurpose(
                        "stick-challenge",
                        "sticks that were logging in with an earlier one begin again by"
                                + " themselves");
        perAddress = new RateLimiter(limits.requestsPerMinute(), Duration.ofMinutes(1));
    }

    /** Lets one address knock only so often; to be asked before any work is done for it. */
    public void admit(String address) {
        perAddress.require(address, clock.instant(), "too many sessions asked for from here");
    }

    /** A text to be signed within {@link #CHALLENGE_LIFETIME}; nothing is stored of it. */
    public String challenge() {
        Instant expiresAt = clock.instant().plus(CHALLENGE_LIFETIME);
        return seal.seal(expiresAt.toEpochMilli() + " " + secrets.next(""));
    }

    /** Opens a session for the stick whose key signed a fresh challenge. */
    public Opened open(Envelope envelope, String address) {
        SessionRequest claimed = SessionRequest.unverified(envelope);
        Instant expiresAt = expiry(claimed.challenge());
        Stick stick =
                fleet.byKey(envelope.signatures().getFirst().keyId(), claimed.moduleId())
                        .orElseThrow(() ->
                                UNKNOWN_STICK.because(
                                        "enrol first with POST /api/v1/stick/enrolments"));
        SessionRequest request = SessionRequest.verify(envelope, stick.key());
        if (!stick.state().takesPart()) {
            throw Fleet.notAccepted(stick);
        }
        if (!used.firstUse(claimed.challenge(), expiresAt, clock.instant())) {
            throw CHALLENGE_REFUSED.because(
                    "it was used before; ask for another with POST"
                            + " /api/v1/stick/session-challenges");
        }
        Instant challengedAt = expiresAt.minus(CHALLENGE_LIFETIME);
        return switch (renewals.renew(stick, request, challengedAt, address)) {
            case Renewal.Denied(var why) -> throw why;
            case Renewal.Granted granted ->
                    new Opened(
                            granted.stick(),
                            tokens.issue(
                                    new StickPrincipal(
                                            stick.id(),
                                            stick.moduleId(),
                                            stick.key().base64(),
                                            granted.position()
                                                    .map(Position::epoch)
                                                    .orElse(request.renewal().epoch()))),
                            granted.position(),
                            granted.notices());
        };
    }

    private Instant expiry(String challenge) {
        Instant expiresAt =
                seal.open(challenge)
                        .map(text -> text.substring(0, text.indexOf(' ')))
                        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                        .orElse(Instant.MIN);
        if (!clock.instant().isBefore(expiresAt)) {
            throw CHALLENGE_REFUSED.because(
                    "it has expired or is not from here; ask for another with POST"
                            + " /api/v1/stick/session-challenges");
        }
        return expiresAt;
    }
}
