package org.metalayer.agent.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.net.OfflineException;
import org.metalayer.agent.time.Uptime;

/**
 * Whether a release is still to be installed. Between the answer that began it and the moment it
 * takes effect lie slow lines and power cuts: what was halted meanwhile must not take effect.
 */
public final class Mandate {

    /** An answer as young as this is not asked for again. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    /** As long an answer is good while nobody can be asked, as what time it is. */
    private static final Duration UNANSWERED = Duration.ofHours(6);

    private final Feed feed;
    private final UUID stickId;
    private final InstalledComponents installed;
    private final Uptime uptime;
    private Optional<Uptime.Reading> asked = Optional.empty();

    public Mandate(Feed feed, UUID stickId, InstalledComponents installed, Uptime uptime) {
        this.feed = feed;
        this.stickId = stickId;
        this.installed = installed;
        this.uptime = uptime;
    }

    /** Whether so much time has passed that it should be looked at again. */
    public boolean isDue() throws IOException {
        boolean askedLately =
                asked.isPresent() && uptime.read().since(asked.get()).compareTo(LATELY) <= 0;
        return !feed.isConfirmedWithin(askedLately ? UNANSWERED : LATELY);
    }

    /**
     * Whether the director names exactly this release for this stick, to be begun now.
     *
     * @throws IOException when nobody has said so for too long
     */
    public boolean covers(ReleaseRef release) throws IOException {
        return Offers.of(directions(), stickId, installed.all(), feed.now())
                .on(release.component())
                .stream()
                .filter(entry -> entry.state().mayBegin())
                .map(ReleaseRef::of)
                .anyMatch(release::isSameAs);
    }

    private Directions directions() throws IOException {
        Optional<Directions> current = feed.current();
        if (current.isPresent() && feed.isConfirmedWithin(LATELY)) {
            return current.get();
        }
        asked = Optional.of(uptime.read());
        try {
            return feed.poll();
        } catch (OfflineException e) {
            if (current.isPresent() && feed.isConfirmedWithin(UNANSWERED)) {
                return current.get();
            }
            throw e;
        }
    }
}
