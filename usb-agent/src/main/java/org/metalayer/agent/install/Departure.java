package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.message.OutcomeResult;

/** {@link Phase#SWITCHING_BACK}: the one rename that leaves a release. */
final class Departure implements Step {

    private final Workbench bench;
    private final TreeSwitch treeSwitch;

    Departure(Workbench bench) {
        this.bench = bench;
        this.treeSwitch = new TreeSwitch(bench);
    }

    @Override
    public Progress take(Installation at) throws IOException {
        Plan plan = bench.journal().plan(at.component());
        if (at.incoming().isPresent()) {
            Incoming incoming = at.incoming().get();
            if (treeSwitch.run(at, incoming, plan) != TreeSwitch.Result.SWITCHED) {
                return new Progress.Next(at.become(Phase.RETURNING));
            }
            setAside(bench.tree(incoming), left(at));
        } else {
            moveAway(at);
        }
        bench.installed().set(at.component(), plan.next());
        return new Progress.Next(at.become(finalPhase(at)));
    }

    static Phase finalPhase(Installation at) {
        boolean failed = at.ending().map(end -> end.result() == OutcomeResult.FAILED).orElse(false);
        return failed ? Phase.FAILED : Phase.ROLLED_BACK;
    }

    /** The component was not here before: its directory goes, what the owner put into it stays. */
    private void moveAway(Installation at) throws IOException {
        Path content = bench.stick().content(at.component());
        Path left = left(at);
        setAside(content, left);
        if (Files.exists(left, LinkOption.NOFOLLOW_LINKS) && !isPurelyOfRelease(at, left)) {
            Path kept = bench.kept(at);
            bench.files().createDirectories(kept.resolveSibling(""));
            bench.renames().renameToNew(left, kept);
            bench.log()
                    .accept(
                            "%s: with your changes it is now in %s"
                                    .formatted(at.component(), kept));
        }
    }

    /** One rename, so that nobody ever takes half of a deleted tree for what was there. */
    private void setAside(Path tree, Path left) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)
                && Files.notExists(left, LinkOption.NOFOLLOW_LINKS)) {
            bench.files().createDirectories(left.resolveSibling(""));
            bench.renames().renameToNew(tree, left);
        }
    }

    /** Where the tree that was left waits for being swept away. */
    private Path left(Installation at) {
        return bench.previousTree(at.component(), "left-" + at.order().attempt());
    }

    private boolean isPurelyOfRelease(Installation at, Path left) throws IOException {
        Tree tree = bench.scanner().scanReplaced(at.component(), left);
        Optional<Installed> release = bench.installed().of(at.component());
        return tree.refused().isEmpty()
                && tree.ignored().isEmpty()
                && release.isPresent()
                && release.get().laidOut().files().equals(tree.files());
    }
}
