package org.metalayer.agent.session;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.agent.net.Answer;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.ratchet.StickRatchet;

/**
 * Requests in a session (docs/protocol.md §3). Freshness comes from the server's challenge and
 * expiry from counting, so the stick's clock may show any year.
 */
public final class Sessions {

    private static final int UNAUTHORISED = 401;
    private static final String NOT_ACCEPTED = "stick-not-accepted";

    /** Renewed this long before the end, so that a request does not arrive too late. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Renewed by then, whatever the Main System says: nanoseconds end after 292 years. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final MainSystem server;
    private final StickIdentity identity;
    private final Enrolments enrolments;
    private final RenewalMemory memory;
    private final Supplier<UsbIdentity> usb;
    private final SecureRandom random;
    private Optional<Token> token = Optional.empty();

    public Sessions(
            MainSystem server,
            StickIdentity identity,
            Enrolments enrolments,
            RenewalMemory memory,
            Supplier<UsbIdentity> usb,
            SecureRandom random) {
        this.server = server;
        this.identity = identity;
        this.enrolments = enrolments;
        this.memory = memory;
        this.usb = usb;
        this.random = random;
    }

    /** The next request begins a new session. */
    public void renewSoon() {
        token = Optional.empty();
    }

    /** Sends a request with a token, renewing it once when the server no longer takes it. */
    public Answer send(Call call) throws IOException {
        try {
            return attempt(call);
        } catch (ProblemException e) {
            if (e.problem().status() != UNAUTHORISED) {
                throw e;
            }
            token = Optional.empty();
            return attempt(call);
        }
    }

    private Answer attempt(Call call) throws IOException {
        try {
            return server.send(authorised(call));
        } catch (ProblemException e) {
            noteRefusal(e);
            throw e;
        }
    }

    private Call authorised(Call call) throws IOException {
        if (token.isEmpty() || token.get().isOver(System.nanoTime())) {
            token = Optional.of(renew());
        }
        return call.with("Authorization", "Bearer " + token.get().text());
    }

    private Token renew() throws IOException {
        try {
            JsonObject challenge =
                    server.send(Call.post("/api/v1/stick/session-challenges")).json();
            StickRatchet begun = memory.begin(random);
            SessionRequest request =
                    new SessionRequest(
                            identity.moduleId(),
                            challenge.string("challenge"),
                            begun.claim(memory.isConfirmed(begun)),
                            usb.get().descriptor());
            JsonObject session =
                    server.send(
                                    Call.post(
                                            "/api/v1/stick/sessions",
                                            request.sign(identity.key()).encode()))
                            .json();
            remember(begun, session);
            enrolments.noteState(EnrolmentState.parse(session.string("state")));
            long life = Math.clamp(session.integer("expires_in_seconds"), 0, LONGEST.toSeconds());
            return Token.of(
                    session.string("token"),
                    Duration.ofSeconds(life).minus(MARGIN),
                    System.nanoTime());
        } catch (MalformedDocumentException e) {
            throw new UnexpectedAnswerException("the answer about a session: " + e.getMessage(), e);
        }
    }

    /** Before the session is used: a stick that forgets a step looks like a copy. */
    private void remember(StickRatchet begun, JsonObject session) throws IOException {
        if (session.members().get("epoch") instanceof JsonValue.Decimal) {
            memory.answered(begun, session.integer("epoch"), session.string("epoch_nonce"));
        }
        memory.note(
                session.strings("notices", Notice::of).stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a refusal is about the stick as such: what was sent may be sent again one day. */
    public static boolean isAboutTheStick(ProblemException refusal) {
        return refusal.problem().status() == UNAUTHORISED
                || refusal.is(NOT_ACCEPTED)
                || noticeOf(refusal).isPresent();
    }

    private static Optional<Notice> noticeOf(ProblemException refusal) {
        return Notice.of(refusal.problem().slug()).filter(Notice::refuses);
    }

    private void noteRefusal(ProblemException refusal) throws IOException {
        Optional<Notice> notice = noticeOf(refusal);
        if (notice.isPresent()) {
            memory.note(Set.of(notice.get()));
        }
        Optional<EnrolmentState> state =
                refusal.problem().member("state").flatMap(EnrolmentState::of);
        if (refusal.is(NOT_ACCEPTED) && state.isPresent()) {
            enrolments.noteState(state.get());
        } else if (refusal.is("unknown-stick")) {
            // The Main System lost its memory: the stick introduces itself again.
            enrolments.noteState(EnrolmentState.PENDING);
        }
    }
}
