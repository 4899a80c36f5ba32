package org.metalayer.server.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How PostgreSQL, which refuses to run as root, is run when the Main System is root. Remembered
 * beside the cluster, because each way leaves the files to another owner.
 */
enum RunAs {
    /** The Main System is not root. */
    SELF,
    /** A user namespace in which root is called nobody: paths below /root stay reachable. */
    NAMESPACE,
    /** The account nobody, where user namespaces are blocked. The files must belong to it. */
    NOBODY;

    private static final String MEMORY = "run-as";

    /** Chooses the way for {@code directory} and makes its files fit. */
    static RunAs choose(Path directory) throws IOException {
        RunAs chosen = possible(directory);
        if (chosen == NOBODY) {
            handOver(directory);
        }
        Files.writeString(directory.resolve(MEMORY), chosen.name().toLowerCase(Locale.ROOT) + "\n");
        return chosen;
    }

    private static RunAs possible(Path directory) throws IOException {
        if (!Account.current().isRoot()) {
            return SELF;
        }
        Path memory = directory.resolve(MEMORY);
        boolean handedOver =
                Files.exists(memory) && Files.readString(memory).strip().equals("nobody");
        return !handedOver && NAMESPACE.works() ? NAMESPACE : NOBODY;
    }

    private boolean works() throws IOException {
        List<String> words = new ArrayList<>(prefix());
        words.add("true");
        return Command.run(words).succeeded();
    }

    /** The parent must be passable for nobody; what lies in it stays closed. */
    private static void handOver(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent != null) {
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        }
        Trees.own(directory, Account.nobody());
    }

    /** What stands before a command so that it runs this way. */
    List<String> prefix() throws IOException {
        Account nobody = Account.nobody();
        return switch (this) {
            case SELF -> List.of();
            case NAMESPACE ->
                    List.of(
                            "unshare",
                            "--user",
                            "--map-user=" + nobody.uid(),
                            "--map-group=" + nobody.gid());
            case NOBODY ->
                    List.of(
                            "setpriv",
                            "--reuid=" + nobody.uid(),
                            "--regid=" + nobody.gid(),
                            "--clear-groups");
        };
    }
}
