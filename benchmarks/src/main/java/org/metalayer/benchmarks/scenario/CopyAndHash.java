package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Path;
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

    /**
     * Seconds for a whole directory. The copy stays until the run is over: ext4 walks past every
     * inode that was deleted in the last half minute when it looks for a free one, so that whoever
     * creates files afterwards would pay.
     */
    static double seconds(Path directory) throws IOException {
        Path copy = directory.resolveSibling(directory.getFileName() + ".copy");
        return Stopwatch.secondsToDisk(() ->
                Command.run(
                        "sh",
                        "-c",
                        SCRIPT,
                        "copy-and-hash",
                        directory.toString(),
                        copy.toString()));
    }
}
