package org.metalayer.agent.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/** Trees in one line: {@code "index.html=1 bin/tool=2+x"}; equal content, equal file. */
final class TreeSketch {

    private static final String EXECUTABLE = "+x";

    private TreeSketch() {}

    static Tree tree(String sketch) {
        return Tree.of(manifest(sketch));
    }

    static FileManifest manifest(String sketch) {
        return FileManifest.of(
                Arrays.stream(sketch.split(" ", -1))
                        .filter(file -> !file.isEmpty())
                        .map(file -> file.split("=", 2))
                        .map(file -> entry(file[0], file[1]))
                        .toList());
    }

    static FileEntry entry(String path, String content) {
        boolean executable = content.endsWith(EXECUTABLE);
        String text = content.replace(EXECUTABLE, "");
        return new FileEntry(
                new RelativePath(path),
                text.length(),
                executable ? FileMode.EXECUTABLE : FileMode.PLAIN,
                Sha256.of(text.getBytes(UTF_8)));
    }
}
