package org.metalayer.server.fleet;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.RateLimiter;

/** How a stick comes into the fleet (protocol §2). */
@ApplicationScoped
public class Enrolments {

    private static final ProblemType PENDING_LIST_FULL =
            new ProblemType("pending-list-full", "Too many sticks wait to be accepted", 429);

    private static final Duration FULL_RETRY = Duration.ofMinutes(10);

    @Inject StickRepository sticks;
    @Inject EnrolmentCodes codes;
    @Inject EnrolmentLimits limits;
    @Inject Fleet fleet;
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
    public Stick enrol(Enrolment request) {
        Optional<Stick> known = sticks.byKey(request.publicKey());
        return known.isPresent() ? again(known.get(), request) : first(request);
    }

    /** A code that came later than the first request still accepts. */
    private Stick again(Stick known, Enrolment request) {
        if (!known.moduleId().equals(request.moduleId())) {
            throw Fleet.MODULE_ID_TAKEN.because(
                    "this key is enrolled as %s; a stick keeps its module id"
                            .formatted(known.moduleId()));
        }
        if (known.state() == StickState.PENDING && consumesCode(request)) {
            fleet.become(known.id(), StickState.ACCEPTED);
            return fleet.get(known.id());
        }
        return known;
    }

    private Stick first(Enrolment request) {
        Stick stick = pending(request);
        if (!sticks.insert(stick)) {
            // The module id is taken, or the same request came twice and the other one was faster.
            return sticks.byKey(stick.key()).orElseThrow(() -> Fleet.moduleIdTaken(stick));
        }
        if (consumesCode(request)) {
            fleet.become(stick.id(), StickState.ACCEPTED);
            return fleet.get(stick.id());
        }
        requireRoom();
        fleet.announce(stick);
        return stick;
    }

    private boolean consumesCode(Enrolment request) {
        return request.enrolmentCode().filter(codes::consume).isPresent();
    }

    private void requireRoom() {
        if (sticks.count(StickState.PENDING) > limits.pending()) {
            throw PENDING_LIST_FULL
                    .because(
                            "%d sticks wait already; an operator must accept or reject some first, or the stick needs an enrolment code"
                                    .formatted(limits.pending()))
                    .header("Retry-After", Long.toString(FULL_RETRY.toSeconds()));
        }
    }

    private Stick pending(Enrolment request) {
        Instant now = clock.instant();
        return new Stick(
                UUID.randomUUID(),
                request.moduleId(),
                request.moduleName(),
                request.publicKey(),
                StickState.PENDING,
                false,
                request.hardwareClass(),
                request.agentVersion(),
                request.usb(),
                now,
                now);
    }
}
