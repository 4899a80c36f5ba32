package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.metalayer.protocol.ratchet.Doubt;
import org.metalayer.protocol.ratchet.RatchetState;
import org.metalayer.protocol.ratchet.RenewalClaim;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.ProblemType;

/** What operators decide about sticks that were copied, restored or moved. */
@ApplicationScoped
@Transactional
public class Copies {

    private static final Set<WarningKind> CLONED = EnumSet.of(WarningKind.CLONED);
    private static final Set<WarningKind> UNCONFIRMED =
            EnumSet.of(WarningKind.RESTORED, WarningKind.REFUSED_RENEWAL, WarningKind.SET_ASIDE);

    @Inject StickRepository sticks;
    @Inject RatchetQueries ratchets;
    @Inject WarningQueries warnings;
    @Inject Renewals renewals;
    @Inject Fleet fleet;
    @Inject InstantSource clock;

    /**
     * Keeps one copy of a quarantined stick. The others are told to become sticks of their own.
     *
     * @param copy as the stick's warnings name it; empty for the one that was known first and was
     *     not seen since
     */
    public void keep(UUID stickId, String copy) {
        StickEntity entity = lock(stickId);
        StickWarning kept = require(stickId, CLONED, copy);
        long newest =
                all(stickId, CLONED).stream()
                        .filter(other -> !other.equals(kept))
                        .mapToLong(StickWarning::epoch)
                        .max()
                        .orElse(-1);
        RatchetState known = ratchets.lock(stickId, clock.instant());
        ratchets.save(
                stickId,
                renewals.rules(entity.toRecord())
                        .keep(
                                known,
                                copy.isEmpty() ? Optional.empty() : Optional.of(claim(kept)),
                                newest,
                                clock.instant()));
        warnings.clear(stickId, WarningKind.CLONED);
        fleet.become(entity, StickState.ACCEPTED);
    }

    /**
     * Believes that an older state of a stick comes from a backup that was restored, also of the
     * copy that was kept; or that a state which is not known here does, where this Main System lost
     * what it knew. Not while several copies are there: one of those is kept.
     */
    public void confirmRestore(UUID stickId, String copy) {
        StickEntity entity = lock(stickId);
        StickWarning restored = require(stickId, UNCONFIRMED, copy);
        RatchetState known = ratchets.lock(stickId, clock.instant());
        if (known.doubt() == Doubt.CLONED) {
            throw ProblemType.ILLEGAL_TRANSITION.because(
                    "several copies of the stick are in use: keep one of them first");
        }
        ratchets.save(
                stickId,
                renewals.rules(entity.toRecord()).restore(known, claim(restored), clock.instant()));
        UNCONFIRMED.forEach(kind -> warnings.clear(stickId, kind));
        fleet.announce(entity.toRecord());
    }

    /**
     * Takes note of all warnings but those about copies. The device on which the stick was seen
     * last becomes its own, but not while several copies are there: which of them was seen on it
     * cannot be told.
     */
    public void dismissWarnings(UUID stickId) {
        StickEntity entity = lock(stickId);
        Set<WarningKind> noted = EnumSet.complementOf(EnumSet.copyOf(CLONED));
        if (all(stickId, CLONED).isEmpty()) {
            warnings.adoptDevice(stickId);
        } else {
            noted.remove(WarningKind.OTHER_HARDWARE);
        }
        noted.forEach(kind -> warnings.clear(stickId, kind));
        RatchetState known = ratchets.lock(stickId, clock.instant());
        if (known.doubt() == Doubt.RESTORED) {
            release(entity, known);
        }
        fleet.announce(entity.toRecord());
    }

    /** A quarantined stick was taken back as it is: its other copy is no more. */
    void release(StickEntity entity) {
        release(entity, ratchets.lock(entity.id(), clock.instant()));
        warnings.clear(entity.id(), WarningKind.CLONED);
    }

    private void release(StickEntity entity, RatchetState known) {
        ratchets.save(
                entity.id(), renewals.rules(entity.toRecord()).release(known, clock.instant()));
    }

    private StickEntity lock(UUID stickId) {
        return sticks.lock(stickId).orElseThrow(() -> new NoSuchThingException("stick " + stickId));
    }

    private StickWarning require(UUID stickId, Set<WarningKind> kinds, String copy) {
        return all(stickId, kinds).stream()
                .filter(warning -> warning.copy().equals(copy))
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchThingException(
                                "copy \"%s\" of stick %s; look at its warnings again"
                                        .formatted(copy, stickId)));
    }

    private List<StickWarning> all(UUID stickId, Set<WarningKind> kinds) {
        return warnings.of(List.of(stickId)).getOrDefault(stickId, List.of()).stream()
                .filter(warning -> kinds.contains(warning.kind()))
                .toList();
    }

    /**
     * The nonce that came with it has been checked when it was seen. Where it was refused, anybody
     * with the key could have named any epoch: it stands at none, and counts by its renewal alone.
     */
    private static RenewalClaim claim(StickWarning seen) {
        long epoch = seen.kind() == WarningKind.REFUSED_RENEWAL ? 0 : seen.epoch();
        return new RenewalClaim(epoch, "", new RequestId(seen.copy()), false);
    }
}
