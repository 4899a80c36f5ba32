package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.Previous;
import org.metalayer.agent.files.FileSet;
import org.metalayer.agent.files.Inode;
import org.metalayer.agent.files.ThreeWay;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.RelativePath;

/**
 * {@link Phase#RETURNING}: prepares the tree to go back to. What the owner changed since the
 * release was activated comes along; where the release's own change is in question, the owner's
 * file stays.
 */
final class WayBack implements Step {

    private final Workbench bench;
    private final Stager stager;

    WayBack(Workbench bench, Stager stager) {
        this.bench = bench;
        this.stager = stager;
    }

    @Override
    public Progress take(Installation at) throws IOException {
        Optional<Installed> runs =
                bench.installed()
                        .of(at.component())
                        .filter(has -> has.releaseId().equals(at.release().releaseId()));
        if (runs.isEmpty()) {
            return new Progress.Next(at.become(Departure.finalPhase(at)));
        }
        if (runs.get().adopted()) {
            bench.installed()
                    .set(at.component(), runs.get().previous().flatMap(Previous::installed));
            return new Progress.Next(at.become(Departure.finalPhase(at)));
        }
        return new Progress.Next(
                runs.get().previous().isPresent()
                        ? back(at, runs.get(), runs.get().previous().get())
                        : away(at));
    }

    private Installation back(Installation at, Installed runs, Previous previous)
            throws IOException {
        Tree now = bench.scanner().scan(at.component());
        FileSet target = new FileSet(ThreeWay.merge(runs.laidOut(), now, previous.files()).files());
        Optional<Incoming> whole = asItWas(at, previous, target);
        Incoming tree =
                whole.isPresent()
                        ? whole.get()
                        : stager.stage(
                                at.component(), target, sources(at, previous, now), Leave.GIVEN);
        bench.journal().plan(at.component(), Plan.of(now, target, previous.installed()));
        return at.with(tree).keeping(kept(target, previous)).become(Phase.SWITCHING_BACK);
    }

    private Installation away(Installation at) throws IOException {
        Tree now = bench.scanner().scan(at.component());
        bench.journal().plan(at.component(), Plan.of(now, FileSet.EMPTY, Optional.empty()));
        return at.withoutIncoming().become(Phase.SWITCHING_BACK);
    }

    /** The previous tree itself, when it is undamaged and nothing has to be brought along. */
    private Optional<Incoming> asItWas(Installation at, Previous previous, FileSet target)
            throws IOException {
        if (previous.tree().isEmpty() || !target.equals(previous.files())) {
            return Optional.empty();
        }
        Path tree = bench.previousTree(at.component(), previous.tree().get());
        boolean whole =
                Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)
                        && bench.scanner()
                                .readAll(tree)
                                .tree()
                                .files()
                                .equals(previous.files().files());
        return whole
                ? Optional.of(new Incoming(bench.pathOf(tree), Inode.of(tree).number()))
                : Optional.empty();
    }

    private List<Source> sources(Installation at, Previous previous, Tree now) {
        List<Source> sources = new ArrayList<>();
        sources.add(Source.lasting(bench.stick().content(at.component()), now.fileSet()));
        previous.tree()
                .map(tree -> bench.previousTree(at.component(), tree))
                .ifPresent(tree -> sources.add(Source.lasting(tree, previous.files())));
        return sources;
    }

    private static List<RelativePath> kept(FileSet target, Previous previous) {
        return target.files().keySet().stream()
                .filter(path ->
                        !Objects.equals(
                                target.files().get(path), previous.files().files().get(path)))
                .toList();
    }
}
