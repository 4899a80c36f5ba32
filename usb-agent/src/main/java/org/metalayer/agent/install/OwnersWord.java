package org.metalayer.agent.install;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.message.DeploymentEntry;

/** Begins what the owner asked for, and forgets what there is nothing to do for. */
final class OwnersWord {

    private final Workbench bench;
    private final Steps steps;
    private final Choice choice;
    private final Backoff backoff;
    private final Leaving leaving;
    private final OwnerRequests requests;

    OwnersWord(
            Workbench bench,
            Steps steps,
            Choice choice,
            Backoff backoff,
            Leaving leaving,
            OwnerRequests requests) {
        this.bench = bench;
        this.steps = steps;
        this.choice = choice;
        this.backoff = backoff;
        this.leaving = leaving;
        this.requests = requests;
    }

    /**
     * Answers one request.
     *
     * @param offers of its component, the highest first
     */
    void answer(OwnerRequest request, List<DeploymentEntry> offers) throws IOException {
        switch (request) {
            case OwnerRequest.Install install -> install(install, offers);
            case OwnerRequest.Decline decline -> decline(decline, offers);
            case OwnerRequest.RollBack back -> rollBack(back);
        }
    }

    /**
     * Clears the way once for what is offered; with no offer, what is under way is what is meant. A
     * release that is being left is not: the request stands until that is over.
     */
    private void install(OwnerRequest.Install request, List<DeploymentEntry> offers)
            throws IOException {
        Optional<Installation> under = bench.journal().of(request.component());
        if (under.filter(at -> at.serves(request)).isPresent()) {
            return;
        }
        if (!offers.isEmpty()) {
            choice.wanted(offers).ifPresent(entry -> backoff.forget(entry.releaseId()));
        } else if (under.isEmpty()) {
            requests.remove(request);
        } else if (under.get().isOnItsWay()) {
            bench.journal().put(under.get().serving(request));
        }
    }

    private void decline(OwnerRequest.Decline request, List<DeploymentEntry> offers)
            throws IOException {
        Optional<DeploymentEntry> meant = choice.meant(offers);
        if (meant.isPresent()) {
            Optional<Installation> under =
                    bench.journal()
                            .of(request.component())
                            .filter(at -> at.release().releaseId().equals(meant.get().releaseId()));
            if (under.isPresent()) {
                steps.dropUnbegun(request.component());
            }
            if (under.isEmpty() || under.get().phase().mayBeGivenUp()) {
                steps.decline(ReleaseRef.of(meant.get()), request);
            }
        }
        requests.remove(request);
    }

    private void rollBack(OwnerRequest.RollBack request) throws IOException {
        Optional<Installed> runs = bench.installed().of(request.component());
        if (runs.filter(it -> it.releaseId().equals(request.release())).isPresent()) {
            leaving.leave(request);
        } else {
            requests.remove(request);
        }
    }
}
