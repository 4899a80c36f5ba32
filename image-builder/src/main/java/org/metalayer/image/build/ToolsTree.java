package org.metalayer.image.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.Tools;
import org.metalayer.protocol.Sha256;

/**
 * A Debian in a folder, with the programs that images are made with: those of the distributions
 * that people build on are of all ages. It is named by what it was asked to contain, so that it is
 * made once, and anew when that changes.
 *
 * @param suite of Debian
 */
record ToolsTree(String suite, List<String> packages) {

    private static final String SUITE = "trixie";

    /** Of the digest; enough that two never meet. */
    private static final int KEY_LENGTH = 16;

    private static final List<String> LEFT_OUT = List.of("doc", "man", "locale");

    ToolsTree {
        packages = packages.stream().sorted().distinct().toList();
    }

    /** The one that this version builds with. */
    static ToolsTree ofThisVersion() throws IOException {
        return new ToolsTree(
                SUITE,
                Resource.text("tools.packages")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList());
    }

    /** Names its content, which is the same from every mirror. */
    String key() {
        String content = "2\n%s\n%s".formatted(suite, String.join("\n", packages));
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8)).hex().substring(0, KEY_LENGTH);
    }

    /**
     * Makes it unless it is there.
     *
     * @param cache holds trees, by their keys
     */
    Path in(Path cache, Mirrors mirrors, Progress progress) throws IOException {
        Path tree = cache.resolve("tools-" + key());
        if (Files.isDirectory(tree)) {
            return tree;
        }
        Tools.require(Tool.MMDEBSTRAP);
        if (!Files.isReadable(Mirrors.KEYRING)) {
            throw new ImageException(
                    "%s is missing: sudo apt-get install debian-archive-keyring"
                            .formatted(Mirrors.KEYRING));
        }
        Path unfinished = cache.resolve("tools-" + key() + ".unfinished");
        Folders.delete(unfinished);
        progress.begin("Making the tools tree (once, some 600 MB)", 0);
        new LongRun(
                        "mmdebstrap",
                        command(unfinished, mirrors),
                        Map.of(),
                        cache.resolve("tools-" + key() + ".log"))
                .run(line -> {});
        Files.move(unfinished, tree);
        progress.end();
        return tree;
    }

    List<String> command(Path into, Mirrors mirrors) {
        return Stream.of(
                        Stream.of(
                                "mmdebstrap",
                                "--variant=apt",
                                "--include=" + String.join(",", packages)),
                        LEFT_OUT.stream().map("--dpkgopt=path-exclude=/usr/share/%s/*"::formatted),
                        Stream.of(suite, into.toString(), mirrors.line(suite)))
                .flatMap(words -> words)
                .toList();
    }
}
