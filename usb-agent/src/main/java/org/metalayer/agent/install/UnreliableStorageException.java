package org.metalayer.agent.install;

import java.io.IOException;
import org.metalayer.agent.files.UnsyncedException;

/** Staged files are not what they must be when they are read back, or did not reach the stick. */
final class UnreliableStorageException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreliableStorageException() {
        super(
                "the staged files were not what was written when they were read back: "
                        + "they were changed meanwhile, or the stick is worn out");
    }

    UnreliableStorageException(UnsyncedException cause) {
        super(
                "the stick did not keep what was staged, it may be worn out: " + cause.getMessage(),
                cause);
    }
}
