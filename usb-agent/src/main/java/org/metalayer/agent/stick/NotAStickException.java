package org.metalayer.agent.stick;

import java.nio.file.Path;

/** The directory was never prepared for an agent. */
public final class NotAStickException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAStickException(Path directory) {
        super(
                "%s is no stick directory: run `stick init --server URL --module-id … --module-name …` there first"
                        .formatted(directory));
    }
}
