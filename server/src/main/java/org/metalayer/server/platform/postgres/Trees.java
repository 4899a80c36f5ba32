package org.metalayer.server.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole directory trees. */
final class Trees {

    private Trees() {}

    /** Deletes a tree, children first; does nothing where there is none. */
    static void delete(Path root) throws IOException {
        for (Path path : list(root).reversed()) {
            Files.delete(path);
        }
    }

    /** Gives a whole tree to another account. */
    static void own(Path root, Account account) throws IOException {
        for (Path path : list(root)) {
            Files.setAttribute(path, "unix:uid", account.uid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", account.gid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Parents before children. */
    private static List<Path> list(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
