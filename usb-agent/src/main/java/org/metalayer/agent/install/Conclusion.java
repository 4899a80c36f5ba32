package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    private final Backoff backoff;

    Conclusion(
            Workbench bench,
            Releases releases,
            OutcomeSpool outcomes,
            Attempts attempts,
            OwnerRequests requests,
            Backoff backoff) {
        this.bench = bench;
        this.releases = releases;
        this.outcomes = outcomes;
        this.attempts = attempts;
        this.requests = requests;
        this.backoff = backoff;
    }

    void conclude(Installation at, UUID stickId, ModuleId moduleId) throws IOException {
        record(at, stickId, moduleId);
        Ending ending = at.ending().orElseThrow();
        if (ending.again()) {
            String matter = ending.room() > 0 ? "room" : ending.reason();
            backoff.failed(at.release().releaseId(), matter);
        }
        Optional<Installed> runs = bench.installed().of(at.component());
        if (at.phase() == Phase.COMMITTED && runs.isPresent()) {
            bench.installed().set(at.component(), runs.map(Installed::forgetOlder));
        }
        forgetRequest(at);
        boolean comesBack = ending.again() && ending.room() == 0;
        if (!comesBack) {
            sweep(at);
        }
        bench.journal().remove(at.component());
        if (!comesBack && bench.journal().all().isEmpty()) {
            bench.files().deleteTree(bench.stick().partial());
        }
    }

    /** Notes that the owner does not want a release, whatever else is under way. */
    void decline(Installation declined, UUID stickId, ModuleId moduleId) throws IOException {
        record(declined, stickId, moduleId);
        releases.forget(declined.release().releaseId());
    }

    /** Tells how it ended, unless that was told before, and remembers it. */
    private void record(Installation at, UUID stickId, ModuleId moduleId) throws IOException {
        Ending ending = at.ending().orElseThrow();
        boolean isNews =
                attempts.of(at.release()).filter(last -> last.ending().isLike(ending)).isEmpty();
        if (isNews) {
            outcomes.add(
                    outcome(at, ending, stickId, moduleId),
                    new ReleaseName(at.component(), at.release().version()));
            tell(at, ending);
        }
        attempts.put(
                new Attempt(
                        at.release(), ending, at.endedAt().orElseThrow(), at.order().request()));
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

    private void forgetRequest(Installation at) throws IOException {
        Optional<UUID> served = at.order().request();
        if (served.isPresent()) {
            requests.remove(at.component(), served.get());
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
                at.endedAt().orElseThrow());
    }

    private void tell(Installation at, Ending ending) {
        String what =
                ending.result() == OutcomeResult.VERIFIED
                        ? "installed and healthy"
                        : word(ending) + ": " + ending.reason();
        bench.log().accept("%s %s: %s".formatted(at.component(), at.release().version(), what));
    }

    private static String word(Ending ending) {
        return ending.again() ? "put off" : ending.result().wire().replace('_', ' ');
    }
}
