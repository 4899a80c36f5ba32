package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metalayer.server.platform.DatabaseFailure;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.ProblemType;

/** The door to the sticks. */
@ApplicationScoped
public class Fleet {

    static final String LIVE_TYPE = "stick";

    static final ProblemType STICK_NOT_ACCEPTED =
            new ProblemType("stick-not-accepted", "The stick is not accepted", 403);
    static final ProblemType MODULE_ID_TAKEN =
            new ProblemType("module-id-taken", "Another stick has this module id", 409);

    @Inject StickRepository sticks;
    @Inject StickQueries queries;
    @Inject InstantSource clock;
    @Inject LiveEvents live;
    @Inject Event<StickAccepted> accepted;
    @Inject Event<StickRetired> retired;

    public Stick get(UUID id) {
        return sticks.find(id).orElseThrow(() -> missing(id));
    }

    /** The stick, if it is accepted now; otherwise the request ends with 403 and its state. */
    public Stick requireAccepted(UUID id) {
        Stick stick = get(id);
        if (stick.state() != StickState.ACCEPTED) {
            throw notAccepted(stick);
        }
        return stick;
    }

    @Transactional
    public void accept(UUID id) {
        become(id, StickState.ACCEPTED);
    }

    @Transactional
    public void reject(UUID id) {
        become(id, StickState.REJECTED);
    }

    @Transactional
    public void retire(UUID id) {
        become(id, StickState.RETIRED);
    }

    /** Says whether the stick is among those that try a release first. */
    @Transactional
    public void markTestStick(UUID id, boolean testStick) {
        if (!sticks.markTestStick(id, testStick)) {
            throw missing(id);
        }
        live.publish(LIVE_TYPE, id);
    }

    /** Every accepted stick. */
    public List<StickSummary> eligible() {
        return queries.eligible();
    }

    /** The accepted sticks that try a release first, by module id. */
    public List<StickSummary> testSticks() {
        return queries.testSticks();
    }

    /** Names, states and times of the sticks asked for. */
    public Map<UUID, StickSummary> summaries(Collection<UUID> ids) {
        return queries.summaries(ids).stream()
                .collect(Collectors.toMap(StickSummary::id, Function.identity()));
    }

    void become(UUID id, StickState next) {
        Stick stick = sticks.lock(id).orElseThrow(() -> missing(id)).become(next, clock.instant());
        save(stick);
        announce(stick);
    }

    /** A rejected stick that is accepted later may find its module id in use. */
    private void save(Stick stick) {
        try {
            sticks.saveState(stick);
        } catch (RuntimeException e) {
            throw DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE ? moduleIdTaken(stick) : e;
        }
    }

    void announce(Stick stick) {
        switch (stick.state()) {
            case ACCEPTED -> accepted.fire(new StickAccepted(stick.id()));
            case RETIRED -> retired.fire(new StickRetired(stick.id()));
            case PENDING, REJECTED, QUARANTINED -> {}
        }
        live.publish(LIVE_TYPE, stick.id());
    }

    static RuntimeException notAccepted(Stick stick) {
        return STICK_NOT_ACCEPTED
                .because(
                        "stick %s is %s; an operator of the Main System can change that"
                                .formatted(stick.moduleId(), stick.state().text()))
                .with("state", stick.state().text());
    }

    static RuntimeException moduleIdTaken(Stick stick) {
        return MODULE_ID_TAKEN.because(
                "module id %s belongs to a stick with another key; choose another module id, or have that stick rejected or retired"
                        .formatted(stick.moduleId()));
    }

    private static NoSuchElementException missing(UUID id) {
        return new NoSuchElementException("stick " + id);
    }
}
