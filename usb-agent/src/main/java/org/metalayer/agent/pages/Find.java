package org.metalayer.agent.pages;

import java.util.Optional;
import org.metalayer.agent.files.TreeFile;
import org.metalayer.protocol.Sha256;

/** What stands under a path. */
sealed interface Find {

    /**
     * A file to be served, and to be closed.
     *
     * @param digest of its bytes, where they were compared with a release
     */
    record Present(TreeFile file, Optional<Sha256> digest) implements Find {}

    /** Nothing, or nothing that may be served. */
    record Absent() implements Find {}

    /** The release has such a file, but this is not it any more. */
    record Changed() implements Find {}
}
