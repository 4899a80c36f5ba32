package org.metalayer.agent.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Directory trees as values. */
public final class Trees {

    private Trees() {}

    /** Every regular file below a directory with its text; empty when there is no directory. */
    public static SortedMap<String, String> contents(Path root) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Path file : below(root)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path file : below(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Deletes a directory and all in it. */
    static void delete(Path root) throws IOException {
        List<Path> all = new ArrayList<>(below(root));
        Collections.reverse(all);
        for (Path each : all) {
            Files.delete(each);
        }
    }

    private static List<Path> below(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.toList();
        }
    }
}
