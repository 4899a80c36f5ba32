package org.metalayer.server.fleet;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.ratchet.Ratchet;
import org.metalayer.protocol.ratchet.RatchetState;
import org.metalayer.protocol.ratchet.Verdict;
import org.metalayer.server.access.Seal;
import org.metalayer.server.platform.GroupCommit;

/**
 * Moves the renewal ratchet on (protocol §3, docs/adr/0015). The usual renewal is one statement for
 * all that come at a time; whatever is odd is looked at again under a lock.
 */
@ApplicationScoped
@Startup
class Renewals {

    private static final int MOST_AT_ONCE = 500;

    @Inject RatchetQueries ratchets;
    @Inject OddRenewals odd;
    @Inject Seal seals;
    @Inject InstantSource clock;

    @SuppressWarnings("NullAway.Init") // set by open()
    private Seal.Purpose seal;

    @SuppressWarnings("NullAway.Init") // set by open()
    private GroupCommit<RatchetQueries.Step, Boolean> steps;

    @PostConstruct
    void open() {
        seal =
                seals.forPurpose(
                        "stick-ratchet",
                        "sticks log in as before; one that is ahead of the database by an earlier"
                                + " one, as after a restored backup, has to be confirmed (sticks"
                                + " confirm-restore)");
        steps = new GroupCommit<>(MOST_AT_ONCE, ratchets::take);
    }

    /**
     * What the stick gets. Not part of a transaction: others' steps are committed with it.
     *
     * @param challengedAt when the challenge was made that the request answers
     */
    @Transactional(Transactional.TxType.NEVER)
    Renewal renew(Stick stick, SessionRequest request, Instant challengedAt, String address) {
        Ratchet rules = rules(stick);
        boolean isUsual =
                stick.state() == StickState.ACCEPTED
                        && request.usb().filter(usb -> !usb.isSameDevice(stick.usb())).isEmpty();
        Optional<RatchetState> known = isUsual ? ratchets.find(stick.id()) : Optional.empty();
        if (known.isPresent()
                && rules.judge(known.get(), request.renewal(), challengedAt, clock.instant())
                        instanceof Verdict.Renewed(var next)
                && steps.add(new RatchetQueries.Step(stick.id(), known.get(), next)).isPresent()) {
            return new Renewal.Granted(
                    stick,
                    Optional.of(new StickSessions.Position(next.epoch(), next.nonce())),
                    Set.of());
        }
        return odd.settle(stick.id(), rules, request, challengedAt, address);
    }

    Ratchet rules(Stick stick) {
        return new Ratchet(new StickNonces(seal, stick.key().keyId()));
    }
}
