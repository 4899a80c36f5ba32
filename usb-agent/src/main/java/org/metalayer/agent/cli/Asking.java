package org.metalayer.agent.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.install.Attempt;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.OwnerRequest;
import org.metalayer.agent.install.Phase;

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

        /** The owner asked for something else of the same component meanwhile. */
        record Replaced() implements Answer {}

        /**
         * It has not been done yet; the request stands.
         *
         * @param trouble what keeps the agent from doing it, where that is known
         */
        record Waiting(Optional<String> trouble) implements Answer {}
    }

    Answer ask(OwnerRequest request) throws IOException, InterruptedException {
        local.requests().put(request);
        boolean doneHere = new Turn(local).take();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<Answer> answer = look(request);
        while (answer.isEmpty() && !doneHere && System.nanoTime() - deadline < 0) {
            Thread.sleep(LOOK);
            answer = look(request);
        }
        return answer.isPresent() ? answer.get() : new Answer.Waiting(trouble(request));
    }

    /** What has come of it so far. What ends only because something else was done is no answer. */
    private Optional<Answer> look(OwnerRequest request) throws IOException {
        Optional<Installation> under =
                local.journal().of(request.component()).filter(at -> at.serves(request));
        if (under.isPresent()) {
            return under.filter(at -> at.phase() == Phase.ACTIVATED).map(Answer.Proving::new);
        }
        Optional<OwnerRequest> stands = local.requests().of(request.component());
        if (stands.equals(Optional.of(request))) {
            return Optional.empty();
        }
        Optional<Attempt> attempt = local.attempts().of(request);
        if (attempt.isPresent()) {
            return attempt.map(Answer.Done::new);
        }
        return Optional.of(stands.isPresent() ? new Answer.Replaced() : new Answer.Nothing());
    }

    private Optional<String> trouble(OwnerRequest request) throws IOException {
        Optional<String> contact = local.contact().flatMap(Contact::trouble);
        return contact.isPresent()
                ? contact
                : local.journal()
                        .of(request.component())
                        .map(at ->
                                "what is under way with %s %s comes first"
                                        .formatted(at.component(), at.release().version()));
    }
}
