package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Backoff backoff;
    private final OwnerRequests requests;

    Installer(
            Workbench bench, Steps steps, Choice choice, Backoff backoff, OwnerRequests requests) {
        this.bench = bench;
        this.steps = steps;
        this.choice = choice;
        this.backoff = backoff;
        this.requests = requests;
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
        for (Installation at : bench.journal().all()) {
            attempt(() -> reconsider(at, offers), troubles);
        }
        for (Withdrawal withdrawal : offers.withdrawn().values()) {
            attempt(() -> leave(withdrawal), troubles);
        }
        for (OwnerRequest request : requests.all()) {
            attempt(() -> answer(request, offers.on(request.component())), troubles);
        }
        for (ComponentName component : offers.entries().keySet()) {
            attempt(() -> consider(component, offers.on(component)), troubles);
        }
        return carryOn(
                bench.journal().all().stream().filter(at -> mayGoOn(at, offers)).toList(),
                troubles);
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

    /**
     * Begins to leave a release that was withdrawn. What is only on its way gives way, however long
     * it may still take; what has taken the release's place already stays.
     */
    private void leave(Withdrawal withdrawal) throws IOException {
        ComponentName component = withdrawal.component();
        dropUnbegun(component);
        boolean othersTurn =
                bench.journal()
                        .of(component)
                        .filter(at -> !at.release().releaseId().equals(withdrawal.releaseId()))
                        .isPresent();
        if (!othersTurn) {
            leave(
                    component,
                    Ending.of(OutcomeResult.ROLLED_BACK, "withdrawn: " + withdrawal.reason()));
        }
    }

    /** Begins to leave the release that runs. */
    private void leave(ComponentName component, Ending ending) throws IOException {
        Optional<Installation> under = bench.journal().of(component);
        if (under.isPresent()) {
            if (under.get().phase() == Phase.ACTIVATED) {
                bench.record(under.get());
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

    private void answer(OwnerRequest request, List<DeploymentEntry> offers) throws IOException {
        ComponentName component = request.component();
        Optional<DeploymentEntry> meant = choice.meant(offers);
        switch (request.verb()) {
            case ROLL_BACK -> {
                dropUnbegun(component);
                if (bench.installed().of(component).isPresent()) {
                    leave(component, Ending.of(OutcomeResult.DECLINED, "left again by the owner"));
                } else {
                    requests.remove(component);
                }
            }
            case DECLINE -> {
                if (meant.isPresent()) {
                    decline(meant.get());
                }
                requests.remove(component);
            }
            case INSTALL -> {
                if (meant.isPresent()) {
                    backoff.forget(meant.get().releaseId());
                    beginAnewWith(request);
                } else if (bench.journal().of(component).isEmpty()) {
                    requests.remove(component);
                }
            }
        }
    }

    private void decline(DeploymentEntry entry) throws IOException {
        Optional<Installation> under =
                bench.journal().of(entry.component()).filter(at -> isOf(at, entry));
        if (under.isPresent()) {
            dropUnbegun(entry.component());
        }
        if (under.isEmpty() || under.get().phase().mayBeGivenUp()) {
            steps.decline(ReleaseRef.of(entry));
        }
    }

    /** What was begun before the owner chose is begun again with the choice. */
    private void beginAnewWith(OwnerRequest request) throws IOException {
        Optional<Installation> under = bench.journal().of(request.component());
        if (under.isPresent() && under.get().order().resolution() != request.resolution()) {
            dropUnbegun(request.component());
        }
    }

    private void dropUnbegun(ComponentName component) throws IOException {
        Optional<Installation> under = bench.journal().of(component);
        if (under.isPresent() && under.get().phase().mayBeGivenUp()) {
            steps.giveUp(under.get());
        }
    }

    private void consider(ComponentName component, List<DeploymentEntry> offers)
            throws IOException {
        Optional<OwnerRequest> wish =
                requests.of(component)
                        .filter(request -> request.verb() == OwnerRequest.Verb.INSTALL);
        Optional<Order> order = choice.of(offers, wish);
        Optional<Installation> under = bench.journal().of(component);
        if (order.isEmpty()
                || under.filter(at -> stays(at, order.get(), offers, wish)).isPresent()) {
            return;
        }
        dropUnbegun(component);
        bench.journal().put(Installation.begin(order.get(), Phase.DOWNLOADING));
        bench.log()
                .accept("%s %s: installing".formatted(component, order.get().release().version()));
    }

    /**
     * Whether what is under way goes before another release; that may only be while it is unbegun.
     */
    private boolean stays(
            Installation at,
            Order next,
            List<DeploymentEntry> offers,
            Optional<OwnerRequest> wish) {
        if (!at.phase().mayBeGivenUp() || next.release().equals(at.release())) {
            return true;
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
            attempt(() -> steps.drive(at).ifPresent(waits::add), troubles);
        }
        return waits.stream().min(Comparator.naturalOrder());
    }

    /** One component's trouble, also a mistake of the agent's own, does not stop the others. */
    private static void attempt(Deed deed, Consumer<Exception> troubles) {
        try {
            deed.run();
        } catch (IOException | RuntimeException e) {
            troubles.accept(e);
        }
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
