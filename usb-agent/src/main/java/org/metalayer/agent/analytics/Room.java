package org.metalayer.agent.analytics;

import java.io.IOException;

/**
 * Room for records. Some is to be left for the owner's decisions and deletions, which would not fit
 * any more on a stick that records have filled.
 */
@FunctionalInterface
public interface Room {

    /**
     * Makes sure that this many bytes may be recorded.
     *
     * @throws org.metalayer.agent.files.DiskFull when they may not
     */
    void require(long bytes) throws IOException;
}
