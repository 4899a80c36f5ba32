package org.metalayer.agent.simulator;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.ratchet.Ratchet;
import org.metalayer.protocol.ratchet.RatchetState;
import org.metalayer.protocol.ratchet.Verdict;
import org.metalayer.protocol.trust.PinnedRoot;

/** Enrolment, sessions and check-ins (docs/protocol.md §2 to §4). */
public final class StickDesk {

    private final SimulatedMainSystem system;
    private final Map<ModuleId, Stick> sticks = new HashMap<>();
    private final Map<String, ModuleId> tokens = new HashMap<>();
    private final List<String> challenges = new ArrayList<>();
    private final Map<String, RatchetState> ratchets = new HashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<JsonObject> checkIns = new ArrayList<>();
    private final List<Enrolment> enrolments = new ArrayList<>();
    private String firstState = "accepted";
    private Optional<String> stateAfterSession = Optional.empty();
    private Optional<PinnedRoot> otherTrust = Optional.empty();

    StickDesk(SimulatedMainSystem system) {
        this.system = system;
    }

    /** An enrolled stick. */
    record Stick(UUID id, ModuleId moduleId, VerifyingKey key, String state) {}

    /** The state that new sticks get. */
    public synchronized void enrolAs(String state) {
        firstState = state;
    }

    /** An operator's word. */
    public synchronized void become(String moduleId, String state) {
        sticks.computeIfPresent(
                new ModuleId(moduleId),
                (id, stick) -> new Stick(stick.id(), id, stick.key(), state));
    }

    /** An operator's word that comes right after the next session has begun. */
    public synchronized void becomeAfterTheNextSession(String state) {
        stateAfterSession = Optional.of(state);
    }

    /** Shows other keys from now on. */
    public synchronized void showTrust(PinnedRoot root) {
        otherTrust = Optional.of(root);
    }

    public synchronized UUID idOf(String moduleId) {
        return Objects.requireNonNull(sticks.get(new ModuleId(moduleId))).id();
    }

    /** A backup from before this stick came is restored. */
    public synchronized void forget(String moduleId) {
        sticks.remove(new ModuleId(moduleId));
    }

    /** All tokens end now. */
    public synchronized void expireSessions() {
        tokens.clear();
    }

    public synchronized List<JsonObject> checkIns() {
        return List.copyOf(checkIns);
    }

    public synchronized List<Enrolment> enrolments() {
        return List.copyOf(enrolments);
    }

    synchronized Response handle(Exchange exchange) throws IOException {
        return switch (exchange.path()) {
            case "/api/v1/stick/enrolments" -> enrol(Enrolment.verify(exchange.envelope()));
            case "/api/v1/stick/session-challenges" -> challenge();
            case "/api/v1/stick/sessions" -> open(exchange.envelope());
            default -> throw new Refusal(404, "not-found", exchange.path());
        };
    }

    /** For a copy of a stick that stands for the stick itself, on another course of the story. */
    public synchronized void forgetRenewals() {
        ratchets.clear();
    }

    /** What every renewal was found to be. */
    public synchronized List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    synchronized Stick authenticated(Exchange exchange) {
        String token = exchange.header("Authorization").orElse("");
        ModuleId moduleId = tokens.get(token);
        Stick stick = moduleId == null ? null : sticks.get(moduleId);
        if (stick == null) {
            throw new Refusal(401, "session-expired", "sign a new challenge");
        }
        if (exchange.path().startsWith("/api/v1/stick/check-ins")
                || exchange.path().startsWith("/api/v1/stick/outcomes")) {
            requireTakingPart(stick);
        } else {
            requireAccepted(stick);
        }
        return stick;
    }

    synchronized Response checkIn(Stick stick, Exchange exchange) throws IOException {
        checkIns.add(exchange.json());
        return Response.json(
                200,
                new JsonBuilder()
                        .put("server_time", Instant.now())
                        .put("next_check_in_seconds", 1)
                        .put("state", stick.state())
                        .build());
    }

    private Response enrol(Enrolment request) {
        enrolments.add(request);
        Stick stick =
                sticks.computeIfAbsent(
                        request.moduleId(),
                        id -> new Stick(UUID.randomUUID(), id, request.publicKey(), firstState));
        if (!stick.key().equals(request.publicKey())) {
            throw new Refusal(
                    409, "module-id-taken", "another stick is called " + request.moduleId());
        }
        return Response.json(
                200,
                new JsonBuilder()
                        .put("stick_id", stick.id())
                        .put("state", stick.state())
                        .put("server_time", Instant.now())
                        .put("retry_after_seconds", 1)
                        .put("trust", otherTrust.orElseGet(system::trust).write())
                        .build());
    }

    private Response challenge() {
        challenges.add(UUID.randomUUID().toString());
        return Response.json(
                200,
                new JsonBuilder()
                        .put("challenge", challenges.getLast())
                        .put("server_time", Instant.now())
                        .put("expires_in_seconds", 60)
                        .build());
    }

    private Response open(Envelope envelope) {
        SessionRequest claimed = SessionRequest.unverified(envelope);
        Stick stick = sticks.get(claimed.moduleId());
        if (stick == null) {
            throw new Refusal(401, "unknown-stick", "no stick is enrolled with this key");
        }
        if (!challenges.remove(claimed.challenge())) {
            throw new Refusal(401, "wrong-challenge", "ask for a challenge first");
        }
        SessionRequest request = SessionRequest.verify(envelope, stick.key());
        requireTakingPart(stick);
        Renewed renewed = renew(stick, request);
        String token = "mls_" + UUID.randomUUID();
        tokens.put("Bearer " + token, stick.moduleId());
        stateAfterSession.ifPresent(state -> become(stick.moduleId().value(), state));
        return Response.json(
                200,
                new JsonBuilder()
                        .put("token", token)
                        .put("expires_in_seconds", 900)
                        .put("stick_id", stick.id())
                        .put("state", Objects.requireNonNull(sticks.get(stick.moduleId())).state())
                        .put("server_time", Instant.now())
                        .put("epoch", renewed.epoch())
                        .put("epoch_nonce", renewed.nonce())
                        .strings("notices", renewed.notices(), notice -> notice)
                        .build());
    }

    /** What a session's answer says of its renewal. */
    private record Renewed(JsonValue epoch, JsonValue nonce, List<String> notices) {

        static Renewed at(RatchetState state) {
            return new Renewed(
                    new JsonValue.Decimal(BigDecimal.valueOf(state.epoch())),
                    new JsonValue.Text(state.nonce()),
                    List.of());
        }

        static Renewed frozen() {
            return new Renewed(new JsonValue.Null(), new JsonValue.Null(), List.of("cloned"));
        }
    }

    private Renewed renew(Stick stick, SessionRequest request) {
        Instant now = Instant.now();
        String keyId = stick.key().keyId();
        RatchetState known = ratchets.getOrDefault(keyId, RatchetState.begin(now));
        Verdict verdict =
                new Ratchet(new PlainNonces(keyId)).judge(known, request.renewal(), now, now);
        verdicts.add(verdict);
        return switch (verdict) {
            case Verdict.Renewed(var next) -> move(keyId, next);
            case Verdict.Confirmed(var next) -> move(keyId, next);
            case Verdict.Repeated _ -> Renewed.at(known);
            case Verdict.Cloned(var next) -> {
                ratchets.put(keyId, next);
                become(stick.moduleId().value(), "quarantined");
                yield Renewed.frozen();
            }
            case Verdict.Frozen _ -> Renewed.frozen();
            case Verdict.Restored(var next) -> {
                ratchets.put(keyId, next);
                throw new Refusal(403, "restored-from-backup", "confirm that");
            }
            case Verdict.SetAside _ ->
                    throw new Refusal(403, "copy-set-aside", "become another stick");
            case Verdict.Refused _ -> throw new Refusal(403, "renewal-refused", "not given here");
            case Verdict.Late _ -> throw new Refusal(401, "challenge-refused", "ask again");
        };
    }

    private Renewed move(String keyId, RatchetState next) {
        ratchets.put(keyId, next);
        return Renewed.at(next);
    }

    private static void requireTakingPart(Stick stick) {
        if (!stick.state().equals("quarantined")) {
            requireAccepted(stick);
        }
    }

    private static void requireAccepted(Stick stick) {
        if (!stick.state().equals("accepted")) {
            throw new Refusal(
                    Response.problem(
                            403,
                            "stick-not-accepted",
                            "this stick is " + stick.state(),
                            new JsonBuilder().put("state", stick.state())));
        }
    }
}
