package org.metalayer.agent.install;

import java.io.IOException;

/** Staged files are not what they must be when they are read back. */
final class UnreliableStorageException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreliableStorageException() {
        super(
                "the staged files were not what was written when they were read back: "
                        + "they were changed meanwhile, or the stick is worn out");
    }
}
