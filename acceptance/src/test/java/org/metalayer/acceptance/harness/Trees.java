package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;

/** Whole directory trees, compared byte for byte. */
public final class Trees {
    private Trees() {}

    /**
     * Every file below {@code root}: its path with the digest of its bytes. Empty without a root.
     */
    public static SortedMap<String, String> contents(Path root) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Path path : list(root)) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                contents.put(
                        root.relativize(path).toString(),
                        Sha256.of(Files.readAllBytes(path)).hex());
            }
        }
        return contents;
    }

    /** Puts a copy of {@code from} in the place of {@code to}, as a person with a file manager. */
    public static void replace(Path from, Path to) throws IOException {
        delete(to);
        for (Path path : list(from)) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        }
    }

    /** Deletes a tree, children first. */
    public static void delete(Path root) throws IOException {
        for (Path path : list(root).reversed()) {
            Files.delete(path);
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
