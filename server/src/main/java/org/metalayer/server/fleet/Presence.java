package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;

/** When sticks were last seen and what they run. */
@ApplicationScoped
public class Presence {

    @Inject PresenceQueries queries;

    /**
     * What was known of a stick when it was seen.
     *
     * @param report digest of what it said it runs; null before it said anything
     */
    public record Seen(StickState state, @Nullable Sha256 report) {}

    /** Records that a stick is there: one statement, one narrow row. */
    public Seen touch(UUID stickId, Instant now, long freeBytes) {
        return queries.touch(stickId, now, freeBytes)
                .orElseThrow(() -> new NoSuchElementException("stick " + stickId));
    }

    /** Replaces what a stick is known to run. */
    @Transactional
    public void report(
            UUID stickId, Sha256 digest, String agentVersion, List<InstalledComponent> installed) {
        // Taken first, so that two reports of one stick follow each other.
        queries.saveReport(stickId, digest);
        queries.saveAgentVersion(stickId, agentVersion);
        queries.replaceInstalled(stickId, installed);
    }
}
