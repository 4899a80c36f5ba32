package org.metalayer.server.fleet;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.RateLimiter;
import org.metalayer.server.platform.persistence.Turns;

/** How a stick comes into the fleet (protocol §2). */
@ApplicationScoped
public class Enrolments {

    private static final ProblemType PENDING_LIST_FULL =
            new ProblemType("pending-list-full", "Too many sticks wait to be accepted", 429);

    private static final Duration FULL_RETRY = Duration.ofMinutes(10);

    @Inject StickRepository sticks;
    @Inject PresenceQueries presence;
    @Inject WarningQueries warnings;
    @Inject EnrolmentCodes codes;
    @Inject EnrolmentLimits limits;
    @Inject Fleet fleet;
    @Inject Turns turns;
    @Inject InstantSource clock;

    @SuppressWarnings("NullAway.Init") // set by limit()
    private RateLimiter perAddress;

    @PostConstruct
    void limit() {
        perAddress = new RateLimiter(limits.requestsPerMinute(), Duration.ofMinutes(1));
    }

    /** Lets one address knock only so often; to be asked before any work is done for it. */
    public void admit(String address) {
        perAddress.require(address, clock.instant(), "too many enrolments from this address");
    }

    /** The stick's state after its request. The same key asking again changes nothing. */
    @Transactional
    public Stick enrol(Enrolment request, String address) {
        String keyId = request.publicKey().keyId();
        turns.take("enrolment of " + keyId);
        return sticks.byKeyId(keyId)
                .map(known -> again(known, request))
                .orElseGet(() -> first(request, address));
    }

    /** A code that came later than the first request still accepts. */
    private Stick again(StickEntity known, Enrolment request) {
        Stick stick = known.toRecord();
        if (!stick.moduleId().equals(request.moduleId())) {
            throw Fleet.MODULE_ID_TAKEN.because(
                    "this key is enrolled as %s; a stick keeps its module id"
                            .formatted(stick.moduleId()));
        }
        // Locked before it is looked at: an operator may reject it at this moment.
        StickEntity locked = sticks.lock(known);
        if (locked.toRecord().state() == StickState.PENDING && consumesCode(request)) {
            fleet.become(locked, StickState.ACCEPTED);
        }
        return locked.toRecord();
    }

    private Stick first(Enrolment request, String address) {
        StickEntity stick = new StickEntity(request, address, clock.instant());
        fleet.save(stick);
        presence.begin(stick.id());
        noteSameDevice(stick.id(), request, address);
        if (consumesCode(request)) {
            fleet.become(stick, StickState.ACCEPTED);
        } else {
            requireRoom(address);
            fleet.announce(stick.toRecord());
        }
        return stick.toRecord();
    }

    /** Cheap sticks have their maker's one serial number, and a stick can be prepared anew. */
    private void noteSameDevice(UUID stickId, Enrolment request, String address) {
        if (warnings.isTaken(stickId, request.usb())) {
            StickWarning.Sight sight =
                    new StickWarning.Sight(address, request.usb(), clock.instant());
            warnings.note(stickId, StickWarning.of(WarningKind.SAME_SERIAL, "", false, 0, sight));
        }
    }

    private boolean consumesCode(Enrolment request) {
        return request.enrolmentCode().filter(codes::consume).isPresent();
    }

    /** The stick itself is counted already. */
    private void requireRoom(String address) {
        if (sticks.count(StickState.PENDING) > limits.pending()) {
            throw full("%d sticks wait already".formatted(limits.pending()));
        }
        if (sticks.countPendingFrom(address) > limits.pendingPerAddress()) {
            throw full("%d sticks from here wait already".formatted(limits.pendingPerAddress()));
        }
    }

    private static ProblemException full(String why) {
        return PENDING_LIST_FULL
                .because(
                        why
                                + "; an operator must accept or reject some first, or the stick"
                                + " needs an enrolment code")
                .header("Retry-After", Long.toString(FULL_RETRY.toSeconds()));
    }
}
