package org.metalayer.agent.stick;

import java.io.IOException;
import java.nio.file.Path;

/** A state file of the agent cannot be read as what the agent wrote. */
public final class DamagedStateException extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedStateException(Path file, Throwable cause) {
        super(
                "%s is damaged (%s): restore it from a copy, or delete it if you know what it was for"
                        .formatted(file, cause.getMessage()),
                cause);
    }
}
