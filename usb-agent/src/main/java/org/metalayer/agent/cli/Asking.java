package org.metalayer.agent.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.install.Attempt;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.OwnerRequest;
import org.metalayer.agent.install.Phase;
import org.metalayer.protocol.ComponentName;

/** Hands the owner's request to whoever does the work, and waits for what comes of it. */
final class Asking {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final LocalParts local;

    Asking(LocalParts local) {
        this.local = local;
    }

    /** What came of a request. */
    sealed interface Answer {

        /** It is done, in the way the attempt says. */
        record Done(Attempt attempt) implements Answer {}

        /** The release runs and is proving its health. */
        record Proving(Installation installation) implements Answer {}

        /** There was nothing to do it with. */
        record Nothing() implements Answer {}

        /** It has not been done yet; the request stands. */
        record Waiting() implements Answer {}
    }

    Answer ask(OwnerRequest request) throws IOException, InterruptedException {
        ComponentName component = request.component();
        Optional<Attempt> before = local.attempts().of(component);
        local.requests().put(request);
        boolean doneHere = new Turn(local).take();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<Answer> answer = look(component, before);
        while (answer.isEmpty() && !doneHere && System.nanoTime() - deadline < 0) {
            Thread.sleep(LOOK);
            answer = look(component, before);
        }
        return answer.orElseGet(Answer.Waiting::new);
    }

    Optional<Installed> installed(ComponentName component) throws IOException {
        return local.installed().of(component);
    }

    private Optional<Answer> look(ComponentName component, Optional<Attempt> before)
            throws IOException {
        Optional<Installation> under = local.journal().of(component);
        if (under.isPresent()) {
            return under.filter(at -> at.phase() == Phase.ACTIVATED).map(Answer.Proving::new);
        }
        if (local.requests().of(component).isPresent()) {
            return Optional.empty();
        }
        Optional<Attempt> now = local.attempts().of(component);
        return now.equals(before) ? Optional.of(new Answer.Nothing()) : now.map(Answer.Done::new);
    }
}
