package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.access.StickTokens;
import org.metalayer.server.platform.DatabaseFailure;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/** The door to the sticks. */
@ApplicationScoped
@Transactional
public class Fleet {

    static final String LIVE_TYPE = "stick";

    static final ProblemType STICK_NOT_ACCEPTED =
            new ProblemType("stick-not-accepted", "The stick is not accepted", 403);
    static final ProblemType MODULE_ID_TAKEN =
            new ProblemType("module-id-taken", "Another stick has this module id", 409);

    @Inject StickRepository sticks;
    @Inject StickQueries queries;
    @Inject RatchetQueries ratchets;
    @Inject Copies copies;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    public Stick get(UUID id) {
        return sticks.findByIdOptional(id).orElseThrow(() -> missing(id)).toRecord();
    }

    /** The stick of a session; one that is not known here has the request end with 401. */
    public Stick requireKnown(UUID id) {
        return sticks.findByIdOptional(id).map(StickEntity::toRecord).orElseThrow(Fleet::unknown);
    }

    /**
     * Lets a stick give something; otherwise the request ends with 403 and the stick's state, or
     * with 401 where the session is older than an operator's word about which copy of it is kept:
     * the next renewal tells the copies apart, an old token cannot.
     */
    public void requireContributor(StickPrincipal session) {
        Stick stick = requireKnown(session.stickId());
        if (stick.state() != StickState.ACCEPTED) {
            throw notAccepted(stick);
        }
        requireNewest(session);
    }

    /**
     * The stick of a session, unless it began before its copies were told apart; otherwise the
     * request ends with 401.
     */
    public Stick requireNotSetAside(StickPrincipal session) {
        Stick stick = requireKnown(session.stickId());
        requireNewest(session);
        return stick;
    }

    private void requireNewest(StickPrincipal session) {
        if (session.epoch() <= ratchets.setAside(session.stickId())) {
            throw StickTokens.SESSION_EXPIRED.because(
                    "copies of this stick were told apart since it began; begin a new session with"
                            + " POST /api/v1/stick/session-challenges");
        }
    }

    /** The stick, if it takes part now; otherwise the request ends with 403 and its state. */
    public Stick requireTakingPart(UUID id) {
        Stick stick = requireKnown(id);
        if (!stick.state().takesPart()) {
            throw notAccepted(stick);
        }
        return stick;
    }

    /** Accepts a stick, or takes it back as it is out of quarantine. */
    public void accept(UUID id) {
        StickEntity stick = sticks.lock(id).orElseThrow(() -> missing(id));
        boolean wasQuarantined = stick.toRecord().state() == StickState.QUARANTINED;
        become(stick, StickState.ACCEPTED);
        if (wasQuarantined) {
            copies.release(stick);
        }
    }

    /** The stick with that key and module id. */
    Optional<Stick> byKey(String keyId, ModuleId moduleId) {
        return sticks.byKeyId(keyId)
                .map(StickEntity::toRecord)
                .filter(known -> known.moduleId().equals(moduleId));
    }

    public void reject(UUID id) {
        become(id, StickState.REJECTED);
    }

    public void retire(UUID id) {
        become(id, StickState.RETIRED);
    }

    /** Says whether the stick is among those that try a release first. */
    public void markTestStick(UUID id, boolean testStick) {
        sticks.lock(id).orElseThrow(() -> missing(id)).markTestStick(testStick);
        live.publish(LIVE_TYPE, id);
    }

    /** How many accepted sticks run a release of the component. */
    public long sticksWith(ComponentName component) {
        return queries.countWith(component);
    }

    private void become(UUID id, StickState next) {
        become(sticks.lock(id).orElseThrow(() -> missing(id)), next);
    }

    /** The stick is locked, or new. */
    void become(StickEntity stick, StickState next) {
        stick.become(next, clock.instant());
        save(stick);
        announce(stick.toRecord());
    }

    /** A module id may be in use: a rejected stick that is accepted later can find that too. */
    void save(StickEntity stick) {
        try {
            sticks.persistAndFlush(stick);
        } catch (RuntimeException e) {
            throw DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE
                    ? moduleIdTaken(stick.toRecord())
                    : e;
        }
    }

    void announce(Stick stick) {
        live.publish(LIVE_TYPE, stick.id());
    }

    static RuntimeException notAccepted(Stick stick) {
        return STICK_NOT_ACCEPTED
                .because(
                        "stick %s is %s; an operator of the Main System can change that"
                                .formatted(stick.moduleId(), stick.state().text()))
                .with("state", stick.state().text());
    }

    private static RuntimeException moduleIdTaken(Stick stick) {
        return MODULE_ID_TAKEN.because(
                "module id %s belongs to a stick with another key; choose another module id, or have that stick rejected or retired"
                        .formatted(stick.moduleId()));
    }

    /** A session outlives its stick where an older backup was restored: it has to enrol again. */
    static ProblemException unknown() {
        return StickSessions.UNKNOWN_STICK.because(
                "this Main System does not know the stick of this session: enrol again");
    }

    private static NoSuchThingException missing(UUID id) {
        return new NoSuchThingException("stick " + id);
    }
}
