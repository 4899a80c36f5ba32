package org.metalayer.protocol.ratchet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One Main System and the copies of one stick. What is durable survives a power cut; what is not is
 * gone.
 */
final class World {

    private static final Duration TICK = Duration.ofSeconds(10);

    private final Ratchet ratchet = new Ratchet(new TestMint());
    private final List<RatchetState> serverBackups = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>(List.of(new Copy(StickRatchet.NEW)));
    private final List<Held> held = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private RatchetState server = RatchetState.begin(now);
    private long drawn;

    /** One stick, or a copy of it. */
    static final class Copy {
        private final List<StickRatchet> backups = new ArrayList<>();
        private StickRatchet durable;

        private Copy(StickRatchet durable) {
            this.durable = durable;
            backups.add(durable);
        }
    }

    /** A request that is still on its way. */
    record Held(RenewalClaim claim, Instant challengedAt) {}

    /** What was sent, and what was found of it. */
    record Judged(RatchetState before, RenewalClaim claim, Instant challengedAt, Verdict verdict) {}

    /** How far a renewal gets before the power, or the line, is cut. */
    enum Cut {
        BEFORE_THE_REQUEST_IS_WRITTEN,
        BEFORE_IT_IS_SENT,
        BEFORE_THE_ANSWER_IS_WRITTEN,
        NEVER
    }

    World() {
        serverBackups.add(server);
    }

    int copies() {
        return copies.size();
    }

    RatchetState server() {
        return server;
    }

    Instant now() {
        return now;
    }

    void tick() {
        now = now.plus(TICK);
    }

    Optional<Judged> renew(int which, Cut cut, boolean confirms) {
        Copy copy = copy(which);
        StickRatchet begun = begin(copy);
        if (cut == Cut.BEFORE_THE_REQUEST_IS_WRITTEN) {
            return Optional.empty();
        }
        copy.durable = begun;
        if (cut == Cut.BEFORE_IT_IS_SENT) {
            return Optional.empty();
        }
        Judged judged = deliver(begun.claim(confirms), now);
        boolean answered =
                judged.verdict() instanceof Verdict.Renewed
                        || judged.verdict() instanceof Verdict.Repeated
                        || judged.verdict() instanceof Verdict.Confirmed;
        if (answered && cut == Cut.NEVER) {
            copy.durable = begun.answered(server.epoch(), server.nonce());
        }
        return Optional.of(judged);
    }

    /** Sends a renewal that stays on its way for a while, as the power is cut. */
    void hold(int which) {
        Copy copy = copy(which);
        copy.durable = begin(copy);
        held.add(new Held(copy.durable.claim(false), now));
    }

    /** The oldest request that is on its way arrives, if its challenge is still good. */
    Optional<Judged> release() {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Held late = held.removeFirst();
        return late.challengedAt().plus(Ratchet.CHALLENGE_LIFETIME).isAfter(now)
                ? Optional.of(deliver(late.claim(), late.challengedAt()))
                : Optional.empty();
    }

    void copy(int which, boolean really) {
        if (really) {
            copies.add(new Copy(copy(which).durable));
        }
    }

    void backUp(int which) {
        copy(which).backups.add(copy(which).durable);
    }

    void restore(int which, int backup) {
        List<StickRatchet> backups = copy(which).backups;
        copy(which).durable = backups.get(backup % backups.size());
    }

    void backUpServer() {
        serverBackups.add(server);
    }

    void restoreServer(int backup) {
        server = serverBackups.get(backup % serverBackups.size());
    }

    /** What every copy claims from now on, until it is answered. */
    List<RenewalClaim> claims() {
        copies.forEach(copy -> copy.durable = begin(copy));
        return copies.stream().map(copy -> copy.durable.claim(false)).toList();
    }

    /** An operator keeps the copy that sent {@code kept}; its claim stands in for the copy. */
    void keep(Optional<RenewalClaim> kept, long newest) {
        server = ratchet.keep(server, kept, newest, now);
    }

    private Judged deliver(RenewalClaim claim, Instant challengedAt) {
        RatchetState before = server;
        Verdict verdict = ratchet.judge(before, claim, challengedAt, now);
        server =
                switch (verdict) {
                    case Verdict.Renewed(var next) -> next;
                    case Verdict.Confirmed(var next) -> next;
                    case Verdict.Restored(var next) -> next;
                    case Verdict.Cloned(var next) -> next;
                    case Verdict.Repeated _,
                            Verdict.Frozen _,
                            Verdict.SetAside _,
                            Verdict.Refused _,
                            Verdict.Late _ ->
                            before;
                };
        return new Judged(before, claim, challengedAt, verdict);
    }

    private StickRatchet begin(Copy copy) {
        return copy.durable.begin(() -> new RequestId("%032x".formatted(++drawn)));
    }

    private Copy copy(int which) {
        return copies.get(which % copies.size());
    }
}
