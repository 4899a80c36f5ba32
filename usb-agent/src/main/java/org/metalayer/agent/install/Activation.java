package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.feed.Mandate;
import org.metalayer.agent.feed.Releases;
import org.metalayer.agent.files.ExchangeUnsupported;

/**
 * {@link Phase#STAGED} and {@link Phase#ACTIVATING}: the one rename. Right before it everybody is
 * asked once more: a tree may have waited for a year in a drawer.
 */
final class Activation implements Step {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Workbench bench;
    private final Releases releases;
    private final Mandate mandate;
    private final TreeSwitch treeSwitch;

    /** The attempt that was vouched for since this agent was started. */
    private Optional<UUID> vouchedFor = Optional.empty();

    Activation(Workbench bench, Releases releases, Mandate mandate) {
        this.bench = bench;
        this.releases = releases;
        this.mandate = mandate;
        this.treeSwitch = new TreeSwitch(bench);
    }

    @Override
    public Progress take(Installation at) throws IOException {
        return at.phase() == Phase.STAGED ? begin(at) : activate(at);
    }

    /** As long as nobody can be asked, it waits: that is no failure of the release. */
    private Progress begin(Installation at) throws IOException {
        if (!mandate.covers(at.release())) {
            return new Progress.Later(SOON);
        }
        releases.fetch(at.release());
        vouchedFor = Optional.of(at.order().attempt());
        return new Progress.Next(at.become(Phase.ACTIVATING));
    }

    private Progress activate(Installation at) throws IOException {
        Plan plan = bench.journal().plan(at.component());
        Incoming incoming = at.incoming().orElseThrow();
        boolean wasCutOff = !vouchedFor.equals(Optional.of(at.order().attempt()));
        if (wasCutOff && treeSwitch.isStillToCome(at, incoming)) {
            return new Progress.Next(at.become(Phase.STAGED));
        }
        try {
            return new Progress.Next(
                    switch (treeSwitch.run(at, incoming, plan)) {
                        case SWITCHED -> {
                            keepReplaced(at, bench.tree(incoming));
                            yield at.become(Phase.ACTIVATED);
                        }
                        case OWNER_WAS_FASTER, NOT_READY -> at.become(Phase.DOWNLOADING);
                    });
        } catch (ExchangeUnsupported e) {
            Ending ending = Ending.putOff(String.valueOf(e.getMessage()));
            return new Progress.Next(at.with(ending).become(Phase.FAILED));
        }
    }

    private void keepReplaced(Installation at, Path replaced) throws IOException {
        if (Files.isDirectory(replaced, LinkOption.NOFOLLOW_LINKS)) {
            Path previous = bench.previousTree(at.component(), at.order().attempt().toString());
            bench.files().createDirectories(previous.resolveSibling(""));
            bench.renames().renameToNew(replaced, previous);
        }
    }
}
