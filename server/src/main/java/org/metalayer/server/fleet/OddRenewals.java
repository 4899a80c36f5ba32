package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.ratchet.Doubt;
import org.metalayer.protocol.ratchet.Ratchet;
import org.metalayer.protocol.ratchet.RatchetState;
import org.metalayer.protocol.ratchet.RenewalClaim;
import org.metalayer.protocol.ratchet.Verdict;
import org.metalayer.server.platform.ProblemType;

/** Renewals that are not simply the next step: judged, and written down, under a lock. */
@ApplicationScoped
class OddRenewals {

    private static final Logger LOG = Logger.getLogger(OddRenewals.class);

    private static final ProblemType RESTORED =
            new ProblemType("restored-from-backup", "The stick is in an older state", 403);
    private static final ProblemType SET_ASIDE =
            new ProblemType("copy-set-aside", "Another copy of this stick was kept", 403);
    private static final ProblemType REFUSED =
            new ProblemType("renewal-refused", "The stick's renewal is not one of its own", 403);

    @Inject StickRepository sticks;
    @Inject RatchetQueries ratchets;
    @Inject WarningQueries warnings;
    @Inject Fleet fleet;
    @Inject InstantSource clock;

    /** One renewal while it is looked at. */
    private record Case(
            StickEntity entity,
            Stick stick,
            RatchetState known,
            RenewalClaim claim,
            StickWarning.Sight sight,
            Set<String> notices) {

        UUID id() {
            return stick.id();
        }
    }

    @Transactional
    Renewal settle(
            UUID stickId,
            Ratchet rules,
            SessionRequest request,
            Instant challengedAt,
            String address) {
        Instant now = clock.instant();
        StickEntity entity = sticks.lock(stickId).orElseThrow(Fleet::unknown);
        Stick stick = entity.toRecord();
        if (!stick.state().takesPart()) {
            throw Fleet.notAccepted(stick);
        }
        Case each =
                new Case(
                        entity,
                        stick,
                        ratchets.lock(stickId, now),
                        request.renewal(),
                        new StickWarning.Sight(address, request.usb().orElse(null), now),
                        new HashSet<>());
        noteDevice(each);
        return act(each, rules.judge(each.known(), each.claim(), challengedAt, now));
    }

    private Renewal act(Case each, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Renewed(var next) -> step(each, next);
            case Verdict.Confirmed(var next) -> confirmed(each, next);
            case Verdict.Repeated _ -> granted(each, Optional.of(each.known()));
            case Verdict.Restored(var next) -> restored(each, next);
            case Verdict.Cloned(var next) -> cloned(each, next);
            case Verdict.Frozen(var known) -> frozen(each, known);
            case Verdict.SetAside _ -> setAside(each);
            case Verdict.Refused _ -> refused(each);
            case Verdict.Late _ ->
                    denied(
                            StickSessions.CHALLENGE_REFUSED,
                            "a newer session was opened meanwhile; ask for another challenge with"
                                    + " POST /api/v1/stick/session-challenges");
        };
    }

    private Renewal step(Case each, RatchetState next) {
        ratchets.save(each.id(), next);
        if (each.known().doubt() == Doubt.RESTORED) {
            warnings.clear(each.id(), WarningKind.RESTORED);
            fleet.announce(each.stick());
        }
        return granted(each, Optional.of(next));
    }

    /** Whoever holds a copy can say so as well as the owner can: people are to hear of it. */
    private Renewal confirmed(Case each, RatchetState next) {
        LOG.infof(
                "Stick %s goes on from session %d instead of %d: whoever has it says from %s that a"
                        + " backup was restored",
                each.stick().moduleId(),
                each.claim().epoch(),
                each.known().epoch(),
                each.sight().address());
        Renewal granted = step(each, next);
        note(each, WarningKind.RESTORE_CONFIRMED, false);
        return granted;
    }

    private Renewal setAside(Case each) {
        note(each, WarningKind.SET_ASIDE, false);
        return denied(
                SET_ASIDE,
                "an operator kept another copy of this stick: make this one a stick of its own with"
                        + " `stick new-identity`; if it is the one that was kept, restored from an"
                        + " older backup, an operator was told and can confirm that");
    }

    private Renewal restored(Case each, RatchetState next) {
        ratchets.save(each.id(), next);
        note(each, WarningKind.RESTORED, false);
        return denied(
                RESTORED,
                "this stick was in a newer state before: if it was restored from a backup, confirm"
                        + " that with `stick confirm-restore`, or have an operator do it");
    }

    private Renewal cloned(Case each, RatchetState next) {
        ratchets.save(each.id(), next);
        boolean known = each.claim().epoch() == each.known().epoch();
        if (!known) {
            warnings.note(
                    each.id(),
                    new StickWarning(
                            WarningKind.CLONED,
                            "",
                            true,
                            each.known().epoch(),
                            "",
                            null,
                            each.known().movedAt(),
                            each.known().movedAt()));
        }
        warnings.carryOver(each.id());
        note(each, WarningKind.CLONED, known);
        if (each.stick().state() == StickState.ACCEPTED) {
            fleet.become(each.entity(), StickState.QUARANTINED);
        }
        each.notices().add(Renewal.CLONED);
        return granted(each, Optional.empty());
    }

    private Renewal frozen(Case each, boolean known) {
        if (known) {
            warnings.forgetUnseen(each.id());
        }
        note(each, WarningKind.CLONED, known);
        each.notices().add(Renewal.CLONED);
        return granted(each, Optional.empty());
    }

    private Renewal refused(Case each) {
        note(each, WarningKind.REFUSED_RENEWAL, false);
        return denied(
                REFUSED,
                "what the stick remembers of its last session was never given to it here: an"
                        + " operator was told and can confirm it; otherwise make it a stick of its"
                        + " own with `stick new-identity`");
    }

    private void noteDevice(Case each) {
        boolean other =
                each.sight().usb() != null && !each.sight().usb().isSameDevice(each.stick().usb());
        if (other) {
            warnings.note(
                    each.id(),
                    StickWarning.of(
                            WarningKind.OTHER_HARDWARE,
                            "",
                            false,
                            each.claim().epoch(),
                            each.sight()));
            each.notices().add(Renewal.OTHER_HARDWARE);
        }
    }

    private void note(Case each, WarningKind kind, boolean known) {
        warnings.note(
                each.id(),
                StickWarning.of(
                        kind,
                        each.claim().requestId().hex(),
                        known,
                        each.claim().epoch(),
                        each.sight()));
        fleet.announce(each.stick());
    }

    private static Renewal granted(Case each, Optional<RatchetState> at) {
        return new Renewal.Granted(
                each.entity().toRecord(),
                at.map(state -> new StickSessions.Position(state.epoch(), state.nonce())),
                Set.copyOf(each.notices()));
    }

    private static Renewal denied(ProblemType type, String why) {
        return new Renewal.Denied(type.because(why));
    }
}
