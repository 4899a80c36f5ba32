package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.Previous;
import org.metalayer.agent.feed.Releases;
import org.metalayer.agent.outcome.OutcomeSpool;
import org.metalayer.agent.outcome.ReleaseName;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.message.Outcome;
import org.metalayer.protocol.message.OutcomeResult;

/** The final phases: tells what came of it, remembers it, and sweeps up. May be done twice. */
final class Conclusion {

    private final Workbench bench;
    private final Releases releases;
    private final OutcomeSpool outcomes;
    private final Attempts attempts;
    private final OwnerRequests requests;
    private final InstantSource clock;

    Conclusion(
            Workbench bench,
            Releases releases,
            OutcomeSpool outcomes,
            Attempts attempts,
            OwnerRequests requests,
            InstantSource clock) {
        this.bench = bench;
        this.releases = releases;
        this.outcomes = outcomes;
        this.attempts = attempts;
        this.requests = requests;
        this.clock = clock;
    }

    void conclude(Installation at, UUID stickId, ModuleId moduleId) throws IOException {
        Ending ending = at.ending().orElseThrow();
        Attempt attempt = new Attempt(at.release(), ending, clock.instant());
        if (isNews(attempt)) {
            outcomes.add(
                    outcome(at, ending, stickId, moduleId),
                    new ReleaseName(at.component(), at.release().version()));
            tell(at, ending);
        }
        attempts.put(attempt);
        Optional<Installed> runs = bench.installed().of(at.component());
        if (at.phase() == Phase.COMMITTED && runs.isPresent()) {
            bench.installed().set(at.component(), runs.map(Installed::forgetOlder));
        }
        forgetRequest(at.component());
        boolean comesBack = ending.again() && ending.room() == 0;
        if (!comesBack) {
            sweep(at);
        }
        bench.journal().remove(at.component());
        if (!comesBack && bench.journal().all().isEmpty()) {
            bench.files().deleteTree(bench.stick().partial());
        }
    }

    /** Drops an installation that has changed nothing yet; nobody needs to hear of it. */
    void giveUp(Installation at) throws IOException {
        bench.files().deleteTree(bench.stick().staging(at.component()));
        releases.forget(at.release().releaseId());
        bench.journal().remove(at.component());
    }

    /** Removes trees that nothing refers to any more. */
    private void sweep(Installation at) throws IOException {
        ComponentName component = at.component();
        if (at.phase() != Phase.CONFLICT) {
            releases.forget(at.release().releaseId());
        }
        bench.files().deleteTree(bench.stick().staging(component));
        Set<String> needed = new HashSet<>();
        Optional<Previous> previous = bench.installed().of(component).flatMap(Installed::previous);
        while (previous.isPresent()) {
            previous.get().tree().ifPresent(needed::add);
            previous = previous.get().installed().flatMap(Installed::previous);
        }
        try (DirectoryStream<Path> trees =
                Files.newDirectoryStream(bench.stick().previous(component))) {
            for (Path tree : trees) {
                if (!needed.contains(String.valueOf(tree.getFileName()))) {
                    bench.files().deleteTree(tree);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }

    /** Failing again in the same way is not told again. */
    private boolean isNews(Attempt attempt) throws IOException {
        Optional<Attempt> last = attempts.of(attempt.release().component());
        return last.isEmpty()
                || !last.get().isOf(attempt.release())
                || last.get().ending().result() != attempt.ending().result()
                || !last.get().ending().reason().equals(attempt.ending().reason());
    }

    private void forgetRequest(ComponentName component) throws IOException {
        Optional<OwnerRequest> request = requests.of(component);
        if (request.isPresent() && request.get().verb() != OwnerRequest.Verb.DECLINE) {
            requests.remove(component);
        }
    }

    private Outcome outcome(Installation at, Ending ending, UUID stickId, ModuleId moduleId) {
        return new Outcome(
                at.order().outcomeId(),
                at.release().rolloutId(),
                at.release().releaseId(),
                stickId,
                moduleId,
                ending.result(),
                ending.reason(),
                at.kept(),
                clock.instant());
    }

    private void tell(Installation at, Ending ending) {
        String what =
                ending.result() == OutcomeResult.VERIFIED
                        ? "installed and healthy"
                        : ending.result().wire().replace('_', ' ') + ": " + ending.reason();
        bench.log().accept("%s %d: %s".formatted(at.component(), at.release().version(), what));
    }
}
