package org.metalayer.agent.files;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/**
 * The device could not write something. It says so once: what was to be written may still be read
 * from memory, a second sync may succeed, and after a power cut it is gone all the same. So it is
 * to be written anew.
 */
public final class UnsyncedException extends IOException {

    private static final long serialVersionUID = 1L;

    UnsyncedException(ExecutionException sync) {
        super("a file could not be synced: " + sync.getCause(), sync);
    }
}
