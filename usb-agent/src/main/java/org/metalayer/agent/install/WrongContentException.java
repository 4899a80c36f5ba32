package org.metalayer.agent.install;

import java.io.IOException;
import org.metalayer.protocol.FileEntry;

/** What the Main System sends for a file is not what the signed release says. */
final class WrongContentException extends IOException {

    private static final long serialVersionUID = 1L;

    WrongContentException(FileEntry file) {
        super(
                "the Main System sent something else for %s: its digest is not %s"
                        .formatted(file.path(), file.sha256()));
    }
}
