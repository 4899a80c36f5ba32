package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.feed.Offers;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.message.Withdrawal;

/**
 * Begins installations and returns, and carries on those under way. One call does all that can be
 * done now; what was cut off by a crash is taken up by the next.
 */
public final class Installer {

    private final Workbench bench;
    private final Steps steps;
    private final Choice choice;
    private final Attempts attempts;
    private final OwnerRequests requests;

    Installer(
            Workbench bench,
            Steps steps,
            Choice choice,
            Attempts attempts,
            OwnerRequests requests) {
        this.bench = bench;
        this.steps = steps;
        this.choice = choice;
        this.attempts = attempts;
        this.requests = requests;
    }

    /**
     * Does what can be done without the feed: after a crash, whatever it interrupted after the
     * point of no return is finished or undone.
     *
     * @return when to look again at a release that is proving itself
     */
    public Optional<Duration> recover() throws IOException {
        return carryOn(
                bench.journal().all().stream().filter(at -> !at.phase().mayBeGivenUp()).toList());
    }

    /**
     * Follows the offers.
     *
     * @return when to look again at a release that is proving itself
     */
    public Optional<Duration> follow(Offers offers) throws IOException {
        for (Installation at : bench.journal().all()) {
            reconsider(at, offers);
        }
        for (Withdrawal withdrawal : offers.withdrawn().values()) {
            leave(withdrawal.component(), "withdrawn: " + withdrawal.reason());
        }
        for (OwnerRequest request : requests.all()) {
            answer(request, offers);
        }
        for (DeploymentEntry entry : offers.entries().values()) {
            consider(entry);
        }
        return carryOn(bench.journal().all().stream().filter(at -> mayGoOn(at, offers)).toList());
    }

    /** Drops what is no longer offered; turns back what was withdrawn while it proved itself. */
    private void reconsider(Installation at, Offers offers) throws IOException {
        DeploymentEntry entry = offers.entries().get(at.component());
        boolean offered = entry != null && entry.releaseId().equals(at.release().releaseId());
        if (at.phase().mayBeGivenUp() && !offered) {
            steps.giveUp(at);
        }
    }

    private static boolean mayGoOn(Installation at, Offers offers) {
        DeploymentEntry entry = offers.entries().get(at.component());
        return !at.phase().mayBeGivenUp() || (entry != null && entry.state().mayBegin());
    }

    /** Begins to leave the release that runs. */
    private void leave(ComponentName component, String reason) throws IOException {
        Ending ending = Ending.of(OutcomeResult.ROLLED_BACK, reason);
        Optional<Installation> under = bench.journal().of(component);
        if (under.isPresent()) {
            if (under.get().phase() == Phase.ACTIVATED) {
                bench.journal().put(under.get().with(ending).become(Phase.RETURNING));
            }
            return;
        }
        Optional<Installed> runs = bench.installed().of(component);
        if (runs.isPresent()) {
            Order order = Order.of(refOf(runs.get()), Resolution.KEEP_MINE, Duration.ZERO);
            bench.journal().put(Installation.begin(order, Phase.RETURNING).with(ending));
        }
    }

    private void answer(OwnerRequest request, Offers offers) throws IOException {
        ComponentName component = request.component();
        DeploymentEntry entry = offers.entries().get(component);
        switch (request.verb()) {
            case ROLL_BACK -> {
                dropUnbegun(component);
                if (bench.installed().of(component).isPresent()) {
                    leave(component, "the owner went back");
                } else {
                    requests.remove(component);
                }
            }
            case DECLINE -> {
                dropUnbegun(component);
                if (entry != null && bench.journal().of(component).isEmpty()) {
                    steps.decline(ReleaseRef.of(entry));
                }
                requests.remove(component);
            }
            case INSTALL -> {
                if (entry == null && bench.journal().of(component).isEmpty()) {
                    requests.remove(component);
                }
            }
        }
    }

    private void dropUnbegun(ComponentName component) throws IOException {
        Optional<Installation> under = bench.journal().of(component);
        if (under.isPresent() && under.get().phase().mayBeGivenUp()) {
            steps.giveUp(under.get());
        }
    }

    private void consider(DeploymentEntry entry) throws IOException {
        ComponentName component = entry.component();
        if (bench.journal().of(component).isEmpty()) {
            Optional<Order> order =
                    choice.of(entry, requests.of(component), attempts.of(component));
            if (order.isPresent()) {
                bench.journal().put(Installation.begin(order.get(), Phase.DOWNLOADING));
                bench.log().accept("%s %d: installing".formatted(component, entry.version()));
            }
        }
    }

    /** One component's trouble does not stop the others; the first is told at the end. */
    private Optional<Duration> carryOn(Collection<Installation> installations) throws IOException {
        Optional<Duration> soonest = Optional.empty();
        Optional<IOException> trouble = Optional.empty();
        for (Installation at : installations) {
            try {
                Optional<Duration> wait = steps.drive(at);
                soonest = wait.isPresent() ? earlier(soonest, wait.get()) : soonest;
            } catch (IOException e) {
                trouble = trouble.or(() -> Optional.of(e));
            }
        }
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        return soonest;
    }

    private static Optional<Duration> earlier(Optional<Duration> one, Duration other) {
        return one.filter(first -> first.compareTo(other) <= 0).or(() -> Optional.of(other));
    }

    // A release is left without being fetched again, so its document's digest is of no use.
    private static ReleaseRef refOf(Installed runs) {
        return new ReleaseRef(
                runs.rolloutId(),
                runs.releaseId(),
                runs.component(),
                runs.version(),
                Sha256.of(new byte[0]));
    }
}
