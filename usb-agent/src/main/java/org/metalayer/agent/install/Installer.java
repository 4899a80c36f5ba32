package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.metalayer.agent.feed.Offers;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.Withdrawal;

/**
 * Begins installations and returns, and carries on those under way. One call does all that can be
 * done now; what was cut off by a crash is taken up by the next.
 */
public final class Installer {

    private final Workbench bench;
    private final Steps steps;
    private final Choice choice;
    private final Backoff backoff;
    private final OwnerRequests requests;
    private final Leaving leaving;
    private final OwnersWord owner;

    Installer(
            Workbench bench, Steps steps, Choice choice, Backoff backoff, OwnerRequests requests) {
        this.bench = bench;
        this.steps = steps;
        this.choice = choice;
        this.backoff = backoff;
        this.requests = requests;
        this.leaving = new Leaving(bench, steps);
        this.owner = new OwnersWord(bench, steps, choice, backoff, leaving, requests);
    }

    /** Something that is done for one component. */
    @FunctionalInterface
    private interface Deed {
        void run() throws IOException;
    }

    /**
     * Does what can be done without the feed: after a crash, whatever it interrupted after the
     * point of no return is finished or undone.
     *
     * @param troubles hears what went wrong with one component; the others go on
     * @return when to look again at a release that is proving itself
     */
    public Optional<Duration> recover(Consumer<Exception> troubles) throws IOException {
        attempt(this::setDamagedRequestsAside, troubles);
        return carryOn(
                bench.journal().all().stream().filter(at -> !at.phase().mayBeGivenUp()).toList(),
                troubles);
    }

    /**
     * Follows the offers.
     *
     * @param troubles hears what went wrong with one component; the others go on
     * @return when to look again at a release that is proving itself
     */
    public Optional<Duration> follow(Offers offers, Consumer<Exception> troubles)
            throws IOException {
        attempt(this::setDamagedRequestsAside, troubles);
        for (Installation at : bench.journal().all()) {
            attempt(() -> reconsider(at, offers), troubles);
        }
        for (Withdrawal withdrawal : offers.withdrawn().values()) {
            attempt(() -> leaving.leave(withdrawal), troubles);
        }
        for (OwnerRequest request : requests.all()) {
            attempt(() -> owner.answer(request, offers.on(request.component())), troubles);
        }
        for (ComponentName component : offers.entries().keySet()) {
            attempt(() -> consider(component, offers.on(component)), troubles);
        }
        return carryOn(
                bench.journal().all().stream().filter(at -> mayGoOn(at, offers)).toList(),
                troubles);
    }

    private void setDamagedRequestsAside() throws IOException {
        for (Path damaged : requests.setDamagedAside()) {
            bench.log()
                    .accept(
                            "a request could not be read and was set aside as %s: ask again"
                                    .formatted(damaged));
        }
    }

    /** Drops what is no longer offered. */
    private void reconsider(Installation at, Offers offers) throws IOException {
        if (at.phase().mayBeGivenUp() && entries(at, offers).isEmpty()) {
            steps.giveUp(at);
        }
    }

    private static boolean mayGoOn(Installation at, Offers offers) {
        return !at.phase().mayBeGivenUp() || mayBegin(entries(at, offers));
    }

    private static boolean mayBegin(List<DeploymentEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.state().mayBegin());
    }

    private static List<DeploymentEntry> entries(Installation at, Offers offers) {
        return offers.on(at.component()).stream().filter(entry -> isOf(at, entry)).toList();
    }

    private static boolean isOf(Installation at, DeploymentEntry entry) {
        return at.release().releaseId().equals(entry.releaseId());
    }

    private void consider(ComponentName component, List<DeploymentEntry> offers)
            throws IOException {
        Optional<OwnerRequest.Install> wish = requests.installOf(component);
        Optional<Order> order = choice.of(offers, wish);
        if (order.isEmpty()) {
            return;
        }
        Optional<Installation> under = bench.journal().of(component);
        if (under.isPresent() && stays(under.get(), order.get(), offers, wish)) {
            boolean isMeant = under.get().release().equals(order.get().release());
            if (wish.isPresent() && isMeant && under.get().isOnItsWay()) {
                bench.journal().put(under.get().serving(wish.get()));
            }
            return;
        }
        steps.dropUnbegun(component);
        bench.journal().put(Installation.begin(order.get(), Phase.DOWNLOADING));
        bench.log()
                .accept("%s %s: installing".formatted(component, order.get().release().version()));
    }

    /**
     * Whether what is under way goes before another release, or before itself in another way; it
     * gives way only while it is unbegun.
     */
    private boolean stays(
            Installation at,
            Order next,
            List<DeploymentEntry> offers,
            Optional<OwnerRequest.Install> wish) {
        if (!at.phase().mayBeGivenUp()) {
            return true;
        }
        if (next.release().equals(at.release())) {
            return wish.isEmpty() || next.resolution() == at.order().resolution();
        }
        boolean stuck =
                backoff.rest(at.release().releaseId()).isPresent()
                        || !mayBegin(offers.stream().filter(entry -> isOf(at, entry)).toList());
        return wish.isEmpty() && next.release().version() < at.release().version() && !stuck;
    }

    private Optional<Duration> carryOn(
            Collection<Installation> installations, Consumer<Exception> troubles) {
        List<Duration> waits = new ArrayList<>();
        for (Installation at : installations) {
            attempt(() -> carryOn(at).ifPresent(waits::add), troubles);
        }
        return waits.stream().min(Comparator.naturalOrder());
    }

    /** What the owner asked for meanwhile is not kept waiting. */
    private Optional<Duration> carryOn(Installation at) throws IOException {
        Optional<Duration> again = steps.drive(at);
        return again.isEmpty() && requests.of(at.component()).isPresent()
                ? Optional.of(Duration.ZERO)
                : again;
    }

    /** One component's trouble, also a mistake of the agent's own, does not stop the others. */
    private static void attempt(Deed deed, Consumer<Exception> troubles) {
        try {
            deed.run();
        } catch (IOException | RuntimeException e) {
            troubles.accept(e);
        }
    }
}
