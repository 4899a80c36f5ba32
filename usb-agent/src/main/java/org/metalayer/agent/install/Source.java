package org.metalayer.agent.install;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.metalayer.agent.files.FileSet;
import org.metalayer.agent.files.RawPath;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/** A tree on the stick whose files can be used instead of fetched. */
final class Source {

    private final Path root;
    private final boolean lasting;
    private final Map<Sha256, RelativePath> byDigest;

    private Source(Path root, FileSet files, boolean lasting) {
        this.root = root;
        this.lasting = lasting;
        this.byDigest = HashMap.newHashMap(files.files().size());
        files.entries().forEach(file -> byDigest.putIfAbsent(file.sha256(), file.path()));
    }

    /** A tree that stays as it is: its files are copied. */
    static Source lasting(Path root, FileSet files) {
        return new Source(root, files, true);
    }

    /** A tree that nobody needs any more: its files may be moved. */
    static Source spent(Path root, FileSet files) {
        return new Source(root, files, false);
    }

    boolean isLasting() {
        return lasting;
    }

    /** A file that had this content when the tree was scanned. */
    Optional<Path> find(Sha256 digest) {
        return Optional.ofNullable(byDigest.get(digest)).map(path -> RawPath.resolve(root, path));
    }
}
