package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.files.AtomicExchange;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;

/**
 * What every step of an installation works with.
 *
 * @param log tells the owner what was done
 */
public record Workbench(
        StickDirectory stick,
        Storage storage,
        ContentScanner scanner,
        InstalledComponents installed,
        Journal journal,
        Consumer<String> log) {

    DurableFiles files() {
        return storage.files();
    }

    AtomicExchange renames() {
        return storage.renames();
    }

    /** The directory of a tree that the journal names. */
    Path tree(Incoming incoming) {
        return stick.control().resolve(incoming.path());
    }

    /** The name by which the journal knows a tree. */
    String pathOf(Path tree) {
        return stick.control().relativize(tree).toString();
    }

    /** Where copies of the owner's files of one attempt are kept. */
    Path kept(Installation at) {
        return stick.kept(at.component()).resolve(at.order().attempt().toString());
    }

    Path previousTree(ComponentName component, String tree) {
        return stick.previous(component).resolve(tree);
    }

    /** Records that an activated release is installed, unless that was done before a crash. */
    void record(Installation at) throws IOException {
        Optional<Installed> has = installed.of(at.component());
        if (has.isEmpty() || !has.get().releaseId().equals(at.release().releaseId())) {
            installed.set(at.component(), journal.plan(at.component()).next());
        }
    }
}
