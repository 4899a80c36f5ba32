package org.metalayer.server.fleet;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Counts what sticks gave. Implemented by a higher row, which knows reports and releases. */
public interface ContributionCounts {

    /** By stick; a stick without an entry gave nothing. */
    Map<UUID, Contributions> of(Collection<UUID> stickIds);
}
