package org.metalayer.agent.install;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.metalayer.agent.files.RawPath;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/** A tree on the stick whose files can be copied instead of fetched. */
final class Source {

    private final Path root;
    private final Map<Sha256, RelativePath> byDigest;

    Source(Path root, FileManifest files) {
        this.root = root;
        this.byDigest = HashMap.newHashMap(files.files().size());
        files.entries().forEach(file -> byDigest.putIfAbsent(file.sha256(), file.path()));
    }

    /** A file that had this content when the tree was scanned. */
    Optional<Path> find(Sha256 digest) {
        return Optional.ofNullable(byDigest.get(digest)).map(path -> RawPath.resolve(root, path));
    }
}
