package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.feed.BrokenReleaseException;
import org.metalayer.agent.feed.Mandate;
import org.metalayer.agent.feed.RefusedReleaseException;
import org.metalayer.agent.feed.Releases;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.agent.trust.UntrustedException;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.message.ReleaseDocument;

/** {@link Phase#DOWNLOADING}: everything that can go wrong goes wrong here, beside what runs. */
final class Preparation implements Step {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Workbench bench;
    private final Releases releases;
    private final Mandate mandate;
    private final OwnersContent owners;
    private final Planner planner;
    private final Stager stager;
    private final Backoff backoff;
    private final Belongings belongings;

    Preparation(
            Workbench bench,
            Releases releases,
            Mandate mandate,
            OwnersContent owners,
            Planner planner,
            Stager stager,
            Backoff backoff) {
        this.bench = bench;
        this.releases = releases;
        this.mandate = mandate;
        this.owners = owners;
        this.planner = planner;
        this.stager = stager;
        this.backoff = backoff;
        this.belongings = new Belongings(bench);
    }

    @Override
    public Progress take(Installation at) throws IOException {
        Optional<Duration> rest = backoff.rest(at.release().releaseId());
        if (rest.isPresent()) {
            return new Progress.Later(rest.get());
        }
        try {
            return new Progress.Next(prepare(at));
        } catch (NoLongerWantedException e) {
            // The next round gives it up, or leaves it lying, as the director says.
            return new Progress.Later(SOON);
        } catch (DiskFull e) {
            // Makes room again at once; what was downloaded is fetched anew when there is room.
            bench.files().deleteTree(bench.stick().staging(at.component()));
            return failed(at, Ending.noRoom(e.needed()));
        } catch (RefusedReleaseException
                | UntrustedException
                | WrongContentException
                | ProblemException
                | UnexpectedAnswerException e) {
            // Not the release's failure, but somebody's on the line: it says nothing about others.
            backoff.failed(at.release().releaseId(), String.valueOf(e.getMessage()));
            throw e;
        } catch (BrokenReleaseException e) {
            return failed(at, Ending.of(OutcomeResult.FAILED, String.valueOf(e.getMessage())));
        } catch (UnreliableStorageException e) {
            return failed(at, Ending.putOff(String.valueOf(e.getMessage())));
        }
    }

    private Installation prepare(Installation at) throws IOException {
        Path place = bench.stick().content(at.component());
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return at.with(Ending.putOff(place + " is no directory: move it away"))
                    .become(Phase.FAILED);
        }
        ReleaseDocument release = releases.fetch(at.release());
        ComponentContent content = owners.of(at.component());
        return switch (planner.plan(release, at.order(), content)) {
            case Intent.Ask(Conflicts conflicts) ->
                    at.with(Ending.conflict(conflicts)).become(Phase.CONFLICT);
            case Intent.Adopt(Plan plan, var kept) -> {
                bench.journal().plan(at.component(), plan);
                yield at.keeping(kept).become(Phase.ACTIVATED);
            }
            case Intent.Replace(Plan plan, var kept, var yielding) -> {
                Incoming tree =
                        stager.stage(
                                at.component(),
                                plan.target(),
                                sources(content),
                                () -> requireMandate(at));
                belongings.saveCopies(at, place, yielding);
                bench.journal().plan(at.component(), plan);
                yield at.with(tree).keeping(kept).become(Phase.STAGED);
            }
        };
    }

    /** On a slow line, much may change until the last byte is here. */
    private void requireMandate(Installation at) throws IOException {
        if (mandate.isDue() && !mandate.covers(at.release())) {
            throw new NoLongerWantedException(at);
        }
    }

    private List<Source> sources(ComponentContent content) {
        List<Source> sources = new ArrayList<>();
        sources.add(
                Source.lasting(
                        bench.stick().content(content.component()), content.tree().fileSet()));
        content.installed()
                .flatMap(release -> release.previous())
                .ifPresent(previous ->
                        previous.tree()
                                .ifPresent(tree ->
                                        sources.add(
                                                Source.lasting(
                                                        bench.previousTree(
                                                                content.component(), tree),
                                                        previous.files()))));
        return sources;
    }

    private static Progress failed(Installation at, Ending ending) {
        return new Progress.Next(at.with(ending).become(Phase.FAILED));
    }
}
