package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.metalayer.benchmarks.system.Command;

/**
 * What files cost a careful person without any of this: {@code cp -r}, {@code sha256sum}, {@code
 * sync}.
 */
final class CopyAndHash {
    static final String TITLE = "cp + sha256sum + sync";

    private static final String SCRIPT =
            """
            cp -r "$1" "$2" && find "$2" -type f -exec sha256sum {} + >"$2.sums" && sync\
            """;

    private CopyAndHash() {}

    /** Seconds for a whole directory; the copy is gone afterwards. */
    static double seconds(Path directory) throws IOException {
        Path copy = directory.resolveSibling(directory.getFileName() + ".copy");
        double seconds =
                Stopwatch.secondsToDisk(() ->
                        Command.run(
                                "sh",
                                "-c",
                                SCRIPT,
                                "copy-and-hash",
                                directory.toString(),
                                copy.toString()));
        Files.delete(Path.of(copy + ".sums"));
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return seconds;
    }
}
