package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.metalayer.agent.files.Inode;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.ComponentName;

/**
 * Puts a prepared tree in the component's place by one rename, in a way that can be taken up again
 * at any point: where the prepared directory is tells what has happened.
 */
final class TreeSwitch {

    private final Workbench bench;
    private final Belongings belongings;

    TreeSwitch(Workbench bench) {
        this.bench = bench;
        this.belongings = new Belongings(bench);
    }

    /** What came of it. */
    enum Result {
        /** The tree is in place; what it replaced, if anything, lies where it was. */
        SWITCHED,
        /** The owner changed something after the plan was made; all is as before. */
        OWNER_WAS_FASTER,
        /** The prepared tree is not there any more; all is as before. */
        NOT_READY
    }

    /** Whether the prepared tree waits where it was prepared, so that all is as before. */
    boolean isStillToCome(Installation at, Incoming incoming) throws IOException {
        return !isAt(bench.stick().content(at.component()), incoming)
                && isAt(bench.tree(incoming), incoming);
    }

    Result run(Installation at, Incoming incoming, Plan plan) throws IOException {
        ComponentName component = at.component();
        Path content = bench.stick().content(component);
        Path other = bench.tree(incoming);
        if (!isAt(content, incoming)) {
            if (!isAt(other, incoming)) {
                return Result.NOT_READY;
            }
            if (!plan.stillFinds(bench.scanner().scan(component))) {
                return Result.OWNER_WAS_FASTER;
            }
            rename(other, content);
        }
        if (Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)) {
            Tree replaced = bench.scanner().scanReplaced(component, other);
            if (!plan.stillFinds(replaced) && isUntouched(content, plan)) {
                bench.renames().exchange(other, content);
                return Result.OWNER_WAS_FASTER;
            }
            belongings.carryOver(at, replaced, other, content, plan);
        }
        return Result.SWITCHED;
    }

    private void rename(Path from, Path content) throws IOException {
        if (Files.exists(content, LinkOption.NOFOLLOW_LINKS)) {
            bench.renames().exchange(from, content);
        } else {
            bench.files().createDirectories(bench.stick().module());
            bench.renames().renameToNew(from, content);
        }
    }

    /** Whether nobody has changed the new tree in the moment it has been in place. */
    private boolean isUntouched(Path content, Plan plan) throws IOException {
        Tree now = bench.scanner().readAll(content).tree();
        return now.files().equals(plan.target().files())
                && now.refused().isEmpty()
                && now.ignored().isEmpty();
    }

    private static boolean isAt(Path directory, Incoming incoming) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && Inode.of(directory).number() == incoming.inode();
    }
}
