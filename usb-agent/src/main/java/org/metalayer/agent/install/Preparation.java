package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.feed.Mandate;
import org.metalayer.agent.feed.Releases;
import org.metalayer.protocol.message.ReleaseDocument;

/** {@link Phase#DOWNLOADING}: everything that can go wrong goes wrong here, beside what runs. */
final class Preparation implements Step {

    private final Workbench bench;
    private final Releases releases;
    private final Mandate mandate;
    private final OwnersContent owners;
    private final Planner planner;
    private final Stager stager;
    private final Setbacks setbacks;
    private final Belongings belongings;

    Preparation(
            Workbench bench,
            Releases releases,
            Mandate mandate,
            OwnersContent owners,
            Planner planner,
            Stager stager,
            Setbacks setbacks) {
        this.bench = bench;
        this.releases = releases;
        this.mandate = mandate;
        this.owners = owners;
        this.planner = planner;
        this.stager = stager;
        this.setbacks = setbacks;
        this.belongings = new Belongings(bench);
    }

    @Override
    public Progress take(Installation at) throws IOException {
        return setbacks.mind(at, () -> prepare(at));
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
}
