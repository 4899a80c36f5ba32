package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.metalayer.agent.files.ExchangeUnsupported;

/** {@link Phase#STAGED} and {@link Phase#ACTIVATING}: the one rename. */
final class Activation implements Step {

    private final Workbench bench;
    private final TreeSwitch treeSwitch;

    Activation(Workbench bench) {
        this.bench = bench;
        this.treeSwitch = new TreeSwitch(bench);
    }

    @Override
    public Progress take(Installation at) throws IOException {
        if (at.phase() == Phase.STAGED) {
            return new Progress.Next(at.become(Phase.ACTIVATING));
        }
        Plan plan = bench.journal().plan(at.component());
        Incoming incoming = at.incoming().orElseThrow();
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
